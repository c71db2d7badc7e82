/** English texts of volumes. */
export default {} as const;
