/** French texts of volumes; keys begin with `volumes.`. */
export default {
  'volumes.title': 'Volumes',
  'volumes.example': 'Volume, demande, application, pool ou image',
  'volumes.shown_one': '{{number}} volume',
  'volumes.shown_other': '{{number}} volumes',
  'volumes.kind.ceph-rbd': 'Périphérique bloc Ceph',
  'volumes.kind.cephfs': 'Système de fichiers Ceph',
  'volumes.kind.local': 'Sur une seule machine',
  'volumes.kind.nfs': 'NFS',
  'volumes.kind.longhorn': 'Longhorn',
  'volumes.kind.other': 'Autre',
  'volumes.state.ok': 'En ordre',
  'volumes.state.degraded': 'Moins de copies',
  'volumes.state.blocked': 'Bloqué',
  'volumes.state.lost': 'Perdu',
  'volumes.state.unknown': 'Inconnu',
  'volumes.reason.kubernetes-not-read':
    'Les volumes, ou les machines où ils se trouvent, n’ont pas été lus récemment.',
  'volumes.reason.ceph-not-read':
    'Rien d’actuel n’est connu de son cluster Ceph.',
  'volumes.reason.ceph-not-found':
    'Il nomme un cluster Ceph que le portail ne connaît pas.',
  'volumes.reason.pool-gone': 'Ceph n’a plus de tel pool.',
  'volumes.reason.pool-inactive':
    'Une partie de son pool n’est ni lisible ni modifiable.',
  'volumes.reason.pool-full':
    'Rien ne peut être écrit dans son pool : il est plein.',
  'volumes.reason.pool-degraded': 'Des copies manquent dans son pool.',
  'volumes.reason.pool-not-told':
    'Quelque chose ne va pas dans Ceph, sans qu’on sache dans quel pool.',
  'volumes.reason.node-gone': 'Sa machine ne fait plus partie du cluster.',
  'volumes.reason.node-not-ready': 'Sa machine n’est pas prête.',
  'volumes.reason.node-not-named':
    'La machine où il se trouve n’est pas nommée.',
  'volumes.reason.claim-lost': 'Sa demande l’a perdu.',
  'volumes.reason.longhorn-not-read':
    'Les ressources de Longhorn n’ont pas été lues récemment.',
  'volumes.reason.longhorn-gone': 'Longhorn n’a plus ce volume.',
  'volumes.reason.replicas-failed': 'Aucune de ses répliques n’est complète.',
  'volumes.reason.replicas-missing':
    'Des répliques manquent ou sont en reconstruction ; ses données restent lisibles et modifiables.',
  'volumes.reason.replicas-not-told':
    'Longhorn est en train de le changer ou ne l’a pas encore rempli : ses répliques ne comptent pas.',
  'volumes.reason.nfs-not-observed':
    'Il se trouve sur un serveur NFS hors du cluster : l’arrêt d’une machine ne le touche pas. Personne ne dit au portail comment va ce serveur.',
  'volumes.reason.not-observed':
    'Personne ne dit au portail comment va le stockage derrière lui.',
  'volumes.filter.kind': 'Genre',
  'volumes.filter.state': 'État',
  'volumes.filter.app': 'Application',
  'volumes.filter.node': 'Machine',
  'volumes.column.volume': 'Demande et volume',
  'volumes.column.state': 'État',
  'volumes.column.kind': 'Genre',
  'volumes.column.size': 'Taille',
  'volumes.column.copies': 'Copies',
  'volumes.column.nodes': 'Machines',
  'volumes.column.apps': 'Utilisé par',
  'volumes.column.details': 'Détails',
  'volumes.unclaimed': 'Non demandé',
  'volumes.unused': 'rien',
  'volumes.copies_one': '{{number}} copie',
  'volumes.copies_other': '{{number}} copies',
  'volumes.copiesAcross_one': '{{number}} copie, répartition par {{domain}}',
  'volumes.copiesAcross_other': '{{number}} copies, réparties entre {{domain}}',
  'volumes.domain.osd': 'disques',
  'volumes.domain.host': 'machines',
  'volumes.domain.rack': 'baies',
  'volumes.domain.zone': 'zones',
  'volumes.domain.datacenter': 'centres de données',
  'volumes.domain.region': 'régions',
  'volumes.free': '{{amount}} libres là où il se trouve',
  'volumes.backup': 'Sauvegarde : {{backup}}',
  'volumes.details.show': 'Afficher les détails',
  'volumes.details.hide': 'Masquer les détails',
  'volumes.details.name': 'Volume',
  'volumes.details.storageClass': 'Classe de stockage',
  'volumes.details.accessModes': 'Modes d’accès',
  'volumes.details.phase': 'Phase',
  'volumes.details.pods': 'Monté par',
  'volumes.details.podOn': '{{pod}} sur {{node}}',
  'volumes.details.noPods': 'Aucun pod ne le monte en ce moment.',
  'volumes.details.needed': 'Copies nécessaires pour lire et écrire',
  'volumes.details.free': 'Libre là où il se trouve',
  'volumes.details.ceph': 'Ceph',
  'volumes.details.pool': 'Pool',
  'volumes.details.image': 'Image ou sous-volume',
  'volumes.details.nfs': 'Serveur NFS',
  'volumes.details.backup': 'Sauvegarde',
  'volumes.details.noBackup': 'Rien n’est dit des sauvegardes.',
  'volumes.more_one': 'et {{number}} de plus',
  'volumes.more_other': 'et {{number}} de plus',
  'volumes.empty.title': 'Aucun volume',
  'volumes.empty.description':
    'Ce cluster n’a aucun PersistentVolume, ou aucun que le portail puisse lire. Ce qui n’a pas pu être lu est nommé ci-dessus.',
  'volumes.app.tab': 'Stockage',
  'volumes.app.title': 'Où sont vos données',
  'volumes.app.chain': 'Des machines à cette application',
  'volumes.app.worst.ok':
    'Tous les volumes de cette application sont en ordre.',
  'volumes.app.worst.degraded':
    'Des données de cette application ont moins de copies que voulu.',
  'volumes.app.worst.blocked':
    'Des données de cette application ne sont ni lisibles ni modifiables en ce moment.',
  'volumes.app.worst.lost': 'Du stockage de cette application a disparu.',
  'volumes.app.worst.unknown':
    'On ne peut pas dire si toutes les données de cette application sont en ordre.',
  'volumes.app.open': 'Où sont vos données, en entier',
  'volumes.app.none':
    'Cette application ne garde pas de données sur des volumes.',
  'volumes.app.noneHow':
    'Là où elle en demande un, le volume apparaît ici dès que Kubernetes l’a lié.',
};
