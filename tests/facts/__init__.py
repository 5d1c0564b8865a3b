"""The facts: tables, references, charts, directory, and whether the pages say what the tables say."""
