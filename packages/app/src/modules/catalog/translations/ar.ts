/** Arabic texts that the portal adds to the catalog. */
export default { platform: 'المنصة', cluster: 'العنقود' };
