/** English texts of maintenance. */
export default {} as const;
