"""The stage kinds: one file each, and no kind imports another."""
