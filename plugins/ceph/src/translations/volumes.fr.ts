/** French texts of the volumes; keys begin with `volumes.`. */
export default {};
