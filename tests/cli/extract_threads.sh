# The same bytes whatever the threads, and from an index as from the articles.
"$WARTA" extract "$CORPUS" -o one -j 1 --tokens
"$WARTA" extract "$CORPUS" -o many -j 5 --tokens
diff -r one many && echo same
