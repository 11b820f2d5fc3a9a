"""Ann writes, Ben reads what is shared, Cy is a stranger. Everybody acts through the model verbs."""
