/** English texts of chain. */
export default {} as const;
