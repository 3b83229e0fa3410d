-- How many experiences are published, from the table that Kafka Connect keeps (infra/connect): the sum of what
-- /facets?kind=EXPERIENCE&status=PUBLISHED of the feed gives under "level". The latest event that changes the state decides.
WITH life AS (
  SELECT ce_subject, arg_max(split_part(ce_type, '.', -1), CAST(ce_sequence AS BIGINT)) AS state
  FROM log
  WHERE topic = 'relais.experiences'
    AND split_part(ce_type, '.', -1) IN ('ExperiencePublished', 'ExperienceWithdrawn', 'ExperienceModerated')
  GROUP BY ce_subject)
SELECT count(*) AS published FROM life WHERE state = 'ExperiencePublished';
