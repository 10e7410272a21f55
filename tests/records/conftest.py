from tests.engines import database, database_url, databases, engine_name

__all__ = ["database", "database_url", "databases", "engine_name"]
