/** French texts of the search page. */
export default {
  title: 'Recherche',
  'field.label': 'Chercher dans le catalogue',
  'field.example': 'Nom, hôte, image, espace de noms ou clé de secret',
  'start.title': 'Trouver ce qui tourne sur les plateformes',
  'start.description':
    'Par son nom, ou par un hôte, une image, un espace de noms ou la clé d’un secret qu’il utilise. Les valeurs des secrets ne sont jamais cherchées.',
  'none.title': 'Rien trouvé',
  'none.description':
    'Rien dans le catalogue ne s’appelle « {{term}} » ni ne l’utilise.',
  'unindexed.title': 'Le catalogue est en cours de lecture',
  'unindexed.description':
    'Son contenu pourra être cherché dans moins d’une minute. Cette page réessaie d’elle-même.',
  results: 'Résultats',
  similar: 'Moins précis',
  count_one: '{{count}} résultat',
  count_other: '{{count}} résultats, les meilleurs d’abord',
  'paging.label': 'Pages de résultats',
  'paging.previous': 'Précédents',
  'paging.next': 'Suivants',
  owner: 'Propriétaire : {{owner}}',
  'fact.host': 'Hôte',
  'fact.namespace': 'Espace de noms',
  'fact.image': 'Image du conteneur',
  'fact.secretKey': 'Clé de secret',
};
