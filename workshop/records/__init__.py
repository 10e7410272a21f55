"""What is kept: everything that speaks SQL. Functions take the database as an argument; nothing happens on import."""
