// Run by mongosh as the first user: makes the replica set, and one user for each service, who may
// read and write its own database and no other. Doing it again changes passwords at most.
const admin = db.getSiblingDB('admin');

try {
  rs.status();
} catch (e) {
  if (e.codeName !== 'NotYetInitialized') throw e;
  rs.initiate({_id: 'relais', members: [{_id: 0, host: 'mongodb:27017'}]});
}
for (let tries = 0; !db.hello().isWritablePrimary; tries++) {
  if (tries === 60) throw new Error('No primary after 60 seconds');
  sleep(1000);
}

for (const service of ['partners', 'experiences', 'contributions', 'feed', 'history', 'notices', 'portal']) {
  const pwd = process.env[`MONGODB_${service.toUpperCase()}_PASSWORD`];
  if (!pwd) throw new Error(`No password for ${service}`);
  const roles = [{role: 'readWrite', db: `relais_${service}`}];
  if (admin.getUser(service)) admin.updateUser(service, {pwd, roles});
  else admin.createUser({user: service, pwd, roles});
  print(`${service}: reads and writes relais_${service}`);
}
