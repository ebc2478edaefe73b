//! Finds the article in a web page and highlights words in it.
