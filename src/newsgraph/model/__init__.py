"""Values that the layers pass to one another: frozen, standard library only."""
