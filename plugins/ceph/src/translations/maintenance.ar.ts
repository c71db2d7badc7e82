/** Arabic texts of the maintenance; keys begin with `maintenance.`. */
export default {};
