"""What a session can play: activities and agendas as TOML, their loader and their rules. Texts are data."""
