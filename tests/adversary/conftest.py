from tests.engines import databases

__all__ = ["databases"]
