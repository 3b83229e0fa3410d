import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs the statements of files by DuckDB, over a view {@code log} of the Parquet files in a folder, and prints the rows
 * of the last statement of each file: {@code java -cp duckdb_jdbc.jar Query.java <folder> <file.sql>...}
 */
final class Query {

    private Query() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "CREATE VIEW log AS SELECT * FROM read_parquet('"
                            + arguments[0]
                            + "/**/*.parquet', union_by_name = true, hive_partitioning = false)");
            for (int i = 1; i < arguments.length; i++) {
                run(statement, Files.readString(Path.of(arguments[i])));
            }
        }
    }

    private static void run(Statement statement, String sql) throws SQLException {
        boolean rows = false;
        for (String each : sql.replaceAll("(?m)--.*$", "").split(";\\s*\\n", -1)) {
            if (!each.isBlank()) {
                rows = statement.execute(each);
            }
        }
        if (rows) {
            print(statement.getResultSet());
        }
    }

    private static void print(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int column = 1; column <= columns; column++) {
                line.append(column == 1 ? "" : " ")
                        .append(rows.getMetaData().getColumnLabel(column))
                        .append('=')
                        .append(rows.getString(column));
            }
            System.out.println(line);
        }
    }
}
