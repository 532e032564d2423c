/*
 * Stands for every package of the server that the declarations of src/ mention. The dashboard needs none of their
 * types, and with them would come Node's globals, which no browser has.
 */
export {}
