"""How a session is live: sockets, nodes, Redis, clocks. Owns both ends of the wire."""
