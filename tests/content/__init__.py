"""The rules of lessons and exercises, held against every lesson as it stands."""
