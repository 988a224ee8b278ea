"""The suites, one module a table. Each defines its table, the frame it looks at, and its expectations."""
