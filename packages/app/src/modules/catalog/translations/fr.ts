/** French texts that the portal adds to the catalog. */
export default { platform: 'Plateforme', cluster: 'Cluster' };
