"""The shell: disk, clock, terminal and cache. Nothing here knows a rule about news."""
