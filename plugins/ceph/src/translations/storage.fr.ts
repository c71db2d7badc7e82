/** French texts of storage's health, and of the frame around all of storage. */
export default {
  'storage.page.title': 'Stockage',
  'storage.page.ofCluster': 'Stockage de {{cluster}}',
  'storage.place.label': 'Choix du cluster',
  'storage.overview.empty.title': 'Aucun cluster pour l’instant',
  'storage.overview.empty.description':
    'Le stockage apparaît ici dès que l’on peut interroger un cluster d’une plateforme. L’équipe plateforme le raccorde sous kubernetes: dans la configuration du portail.',
  'storage.view.label': 'Vues',
  'storage.view.health': 'Santé',
  'storage.view.volumes': 'Volumes',
  'storage.view.chain': 'Chaîne',
  'storage.view.maintenance': 'Maintenance',
};
