/** French texts of the chain; keys begin with `chain.`. */
export default {};
