/** The part that is used here. Under this path it is never mistaken for the module of the same name that Node brings. */
declare module 'punycode/punycode.es6.js' {
  const punycode: {
    /** Throws a RangeError for what is not Punycode. */
    decode(input: string): string;
    encode(input: string): string;
  };
  export default punycode;
}
