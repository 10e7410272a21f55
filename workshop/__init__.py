"""What is true about a session, and what is kept. No sockets, no HTTP."""
