/** French texts of maintenance; keys begin with `maintenance.`. */
export default {
  'maintenance.tab': 'Maintenance',
  'maintenance.title': '{{node}} peut-elle s’arrêter ?',
  'maintenance.verdict.safe': 'Sans danger',
  'maintenance.verdict.safe-after-steps': 'Sans danger après des étapes',
  'maintenance.verdict.unsafe': 'Dangereux',
  'maintenance.verdict.unknown': 'Inconnu',
  'maintenance.sentence.safe': 'Cette machine peut s’arrêter.',
  'maintenance.sentence.safe-after-steps':
    'Cette machine peut s’arrêter après ces étapes.',
  'maintenance.sentence.unsafe':
    'Cette machine doit rester en marche pour l’instant.',
  'maintenance.sentence.unknown':
    'On ne peut pas dire si cette machine peut s’arrêter.',
  'maintenance.input.etcd': 'Etcd, mémoire de Kubernetes',
  'maintenance.input.osds': 'Données dans Ceph',
  'maintenance.input.monitors': 'Moniteurs de Ceph',
  'maintenance.input.ceph-daemons':
    'Gestionnaire et serveurs de métadonnées de Ceph',
  'maintenance.input.recovery': 'Réparation dans Ceph',
  'maintenance.input.disruption-budgets': 'Budgets d’interruption',
  'maintenance.input.bare-pods': 'Pods sans contrôleur',
  'maintenance.input.local-volumes': 'Volumes sur cette seule machine',
  'maintenance.input.bound-pods': 'Pods liés à cette machine',
  'maintenance.input.capacity': 'Place sur les autres machines',
  'maintenance.input.other-maintenance': 'Autre maintenance',
  'maintenance.reason.etcd-keeps-majority':
    'Sans cette machine, {{healthy}} des {{voters}} votants sont en bonne santé ; il en faut {{needed}}.',
  'maintenance.reason.etcd-not-a-member':
    'La machine est un nœud de travail et n’est pas membre d’etcd.',
  'maintenance.reason.etcd-leader':
    'La machine dirige etcd. Cédez d’abord la direction ; il reste alors {{healthy}} des {{voters}} votants, et il en faut {{needed}}.',
  'maintenance.reason.etcd-learner':
    'Etcd accueille un nouveau membre. Attendez qu’il soit votant.',
  'maintenance.reason.etcd-only-voter':
    'C’est le seul votant d’etcd : sans lui l’API de Kubernetes s’arrête.',
  'maintenance.reason.etcd-two-voters':
    'Etcd a deux votants et a besoin des deux : sans l’un, l’API de Kubernetes s’arrête.',
  'maintenance.reason.etcd-majority-lost':
    'Sans cette machine, seuls {{healthy}} des {{voters}} votants sont en bonne santé, et il en faut {{needed}} : l’API de Kubernetes s’arrêterait.',
  'maintenance.reason.etcd-no-leader':
    'Etcd n’a pas de chef : l’API de Kubernetes n’accepte aucun changement.',
  'maintenance.reason.etcd-alarm':
    'Etcd signale une alarme. Réglez-la avant qu’un membre s’arrête.',
  'maintenance.reason.etcd-members-differ':
    'Les membres d’etcd et les machines du plan de contrôle ne sont pas les mêmes ; le quorum ne peut être établi.',
  'maintenance.reason.ceph-none': 'Aucun Ceph ne tourne sur ce cluster.',
  'maintenance.reason.osds-none': 'La machine ne porte aucun OSD.',
  'maintenance.reason.osds-keep-serving':
    'Sans ses {{osds}} OSD, toutes les données restent lisibles et modifiables. Pools qui n’ont alors aucune copie de réserve : {{spareless}}.',
  'maintenance.reason.osds-need-noout':
    'Sans ses {{osds}} OSD, toutes les données restent lisibles et modifiables. Posez d’abord noout pour elle, sinon Ceph commence à copier les données ailleurs. Pools qui n’ont alors aucune copie de réserve : {{spareless}}.',
  'maintenance.reason.osds-pool-too-small':
    'Des pools perdent une copie dont ils ont besoin et ne seraient ni lisibles ni modifiables pendant l’arrêt.',
  'maintenance.reason.osds-groups-would-stop':
    'Des groupes de placement ne seraient ni lisibles ni modifiables sans ses OSD ({{groups}}).',
  'maintenance.reason.osds-already-down':
    'Des OSD de cette machine sont déjà arrêtés. Remettez-les en marche, et laissez toutes les autres machines en marche d’ici là.',
  'maintenance.reason.osds-placement-unknown':
    'Des pools répartissent leurs copies d’une manière qu’on ne peut suivre ; Ceph seul peut le dire.',
  'maintenance.reason.osds-differ':
    'Kubernetes et Ceph ne nomment pas les mêmes OSD pour cette machine ; ce qu’elle porte n’est pas certain.',
  'maintenance.reason.osds-several-hosts':
    'La machine compte pour plusieurs hôtes dans la carte de Ceph ; plus d’une copie peut s’y trouver.',
  'maintenance.reason.monitors-none':
    'La machine ne fait tourner aucun moniteur de Ceph.',
  'maintenance.reason.monitors-keep-majority':
    'Sans cette machine, il reste {{remaining}} des {{monitors}} moniteurs ; il en faut {{needed}}.',
  'maintenance.reason.monitors-majority-lost':
    'Sans cette machine, il reste {{remaining}} des {{monitors}} moniteurs, et il en faut {{needed}} : tout Ceph s’arrêterait.',
  'maintenance.reason.monitors-place-unknown':
    'On ne sait pas sur quelle machine tourne un moniteur.',
  'maintenance.reason.daemons-none':
    'La machine ne fait tourner ni gestionnaire ni serveur de métadonnées de Ceph.',
  'maintenance.reason.daemons-remain':
    'Un autre gestionnaire et un autre serveur de métadonnées sont prêts.',
  'maintenance.reason.daemons-move':
    'Aucun autre n’est prêt à prendre le relais. Après avoir vidé la machine, attendez qu’ils tournent ailleurs.',
  'maintenance.reason.daemons-failed':
    'Un système de fichiers a déjà perdu des serveurs de métadonnées.',
  'maintenance.reason.daemons-no-manager':
    'Aucun gestionnaire de Ceph n’est actif ; ses chiffres ne sont pas à jour.',
  'maintenance.reason.recovery-irrelevant':
    'La machine ne porte aucune donnée de Ceph.',
  'maintenance.reason.recovery-none':
    'Toutes les copies sont là, et rien n’est en réparation.',
  'maintenance.reason.recovery-warnings':
    'Toutes les copies sont là. Ceph a d’autres avertissements ; voyez-les d’abord.',
  'maintenance.reason.recovery-osds-down':
    'Des OSD sont arrêtés sur d’autres machines.',
  'maintenance.reason.recovery-not-clean':
    'Certains groupes de placement ne sont pas propres ({{groups}}). Attendez que Ceph ait de nouveau toutes les copies.',
  'maintenance.reason.budgets-none':
    'Aucun budget d’interruption ne couvre ce qui tourne ici.',
  'maintenance.reason.budgets-allow':
    'Les budgets d’interruption de ce qui tourne ici le permettent.',
  'maintenance.reason.budgets-one-by-one':
    'Les budgets d’interruption laissent partir ces pods l’un après l’autre ; vider la machine attend chacun.',
  'maintenance.reason.budgets-allow-none':
    'Les budgets d’interruption ne laissent partir aucun pod : vider la machine resterait bloqué.',
  'maintenance.reason.budgets-switch-over':
    'L’instance primaire de ces bases de données tourne ici. CloudNativePG la confie à un réplica dès que la machine est interdite aux nouveaux pods ; attendez-le avant de vider la machine.',
  'maintenance.reason.budgets-no-replica':
    'L’instance primaire de ces bases de données tourne ici, et CloudNativePG ne la laisse pas partir avant que toutes les autres instances soient prêtes sur d’autres machines. Une base à une seule instance en demande une deuxième, ou une nodeMaintenanceWindow.',
  'maintenance.reason.budgets-overlap':
    'Des pods sont couverts par plus d’un budget d’interruption ; Kubernetes refuse de les déplacer.',
  'maintenance.reason.budgets-not-counted':
    'Kubernetes n’a pas encore compté ces budgets d’interruption.',
  'maintenance.reason.bare-pods-none':
    'Chaque pod d’ici a un contrôleur qui le relance.',
  'maintenance.reason.bare-pods-present':
    'Les pods sans contrôleur ne reviennent pas d’eux-mêmes. Lancez-les d’abord ailleurs.',
  'maintenance.reason.local-volumes-none':
    'Aucun volume n’existe sur cette seule machine.',
  'maintenance.reason.local-volumes-elsewhere':
    'Aucun volume n’existe sur cette seule machine. Les données sur NFS utilisées d’ici se trouvent sur un serveur hors du cluster et ne sont pas touchées.',
  'maintenance.reason.local-volumes-unused':
    'Des volumes n’existent que sur cette machine ; rien ne les utilise en ce moment.',
  'maintenance.reason.local-volumes-offline':
    'Des volumes n’existent que sur cette machine. Ce qui les utilise est arrêté aussi longtemps qu’elle ; prévenez les propriétaires.',
  'maintenance.reason.local-folders-used':
    'Des pods utilisent des dossiers de cette machine (hostPath). S’ils redémarrent sur une autre, ce qu’ils y gardaient reste ici ; prévenez les propriétaires.',
  'maintenance.reason.local-volumes-place-unknown':
    'On ne sait pas où se trouvent les données de ces volumes.',
  'maintenance.reason.replicas-elsewhere':
    'Longhorn a une réplique complète, sur une autre machine, de chaque volume qui en a une ici ({{volumes}}).',
  'maintenance.reason.replicas-missing':
    'Longhorn a une réplique complète de ces volumes sur une autre machine, mais moins qu’il n’en faut. Attendez qu’il les ait reconstruites.',
  'maintenance.reason.replicas-last':
    'La dernière réplique complète de ces volumes se trouve sur cette machine : sans elle, ils ne pourraient être ni lus ni modifiés.',
  'maintenance.reason.bound-pods-none':
    'Tout ce qui se déplace peut aussi tourner sur une autre machine.',
  'maintenance.reason.bound-pods-present':
    'Des pods ne peuvent tourner que sur cette machine, par architecture, sélecteur, affinité ou teinte. Ils sont arrêtés aussi longtemps qu’elle ; prévenez les propriétaires.',
  'maintenance.reason.bound-pods-rules-unknown':
    'Ces pods ont des règles de placement que le portail n’évalue pas.',
  'maintenance.reason.capacity-nothing-moves':
    'Rien de ce qui tourne ici ne doit se déplacer.',
  'maintenance.reason.capacity-enough':
    'Ce qui se déplace trouve de la place, d’après ce qu’il demande. Pods : {{pods}} ; machines qui les prennent : {{machines}}.',
  'maintenance.reason.capacity-short':
    'Ces pods ne trouvent pas de place : il reste trop peu de processeur, de mémoire ou de pods sur les autres machines, ou les ports de la machine qu’ils demandent y sont pris.',
  'maintenance.reason.other-none':
    'Toutes les autres machines sont en marche et acceptent des pods.',
  'maintenance.reason.other-machines':
    'D’autres machines sont arrêtées, démarrent, sont fermées aux pods ou en train d’être vidées. Une à la fois.',
  'maintenance.reason.other-drain': 'Rook vide déjà une partie de Ceph.',
  'maintenance.reason.unread-not-configured':
    'Aucune source qui le saurait n’est configurée.',
  'maintenance.reason.unread-not-allowed':
    'Le portail n’a pas le droit de le lire.',
  'maintenance.reason.unread-not-reachable': 'La source ne répond pas.',
  'maintenance.reason.unread-stale':
    'Ce qui est connu est trop ancien pour s’y fier.',
  'maintenance.reason.unread-not-reported':
    'La source répond, et ne le dit pas.',
  'maintenance.reason.unread-too-early': 'Il est trop tôt pour le dire.',
  'maintenance.step.check-osds':
    'Demander à Ceph même si ces OSD peuvent s’arrêter.',
  'maintenance.step.check-etcd':
    'Regarder etcd : chaque membre en bonne santé, un chef.',
  'maintenance.step.tell-owners':
    'Prévenir les propriétaires de ce qui sera arrêté.',
  'maintenance.step.move-bare-pods':
    'Lancer ailleurs les pods sans contrôleur.',
  'maintenance.step.wait-for-etcd':
    'Attendre que le nouveau membre d’etcd soit votant.',
  'maintenance.step.wait-for-replicas':
    'Attendre que Longhorn ait reconstruit les répliques manquantes.',
  'maintenance.step.wait-for-rebuild':
    'Attendre que Longhorn ait reconstruit les répliques de cette machine.',
  'maintenance.step.set-noout':
    'Dire à Ceph de ne pas copier ailleurs les données de cette machine.',
  'maintenance.step.forfeit-leadership':
    'Céder la direction d’etcd à une autre machine.',
  'maintenance.step.cordon':
    'Ne plus laisser venir de nouveaux pods sur la machine.',
  'maintenance.step.wait-for-databases':
    'Attendre qu’aucune instance primaire d’une base de données ne reste sur la machine.',
  'maintenance.step.drain': 'Déplacer ses pods vers d’autres machines.',
  'maintenance.step.wait-for-daemons':
    'Attendre que les services de Ceph tournent sur une autre machine.',
  'maintenance.step.shut-down': 'Arrêter la machine et faire le travail.',
  'maintenance.step.upgrade':
    'Ou, au lieu de l’arrêter : mettre Talos à niveau ; elle redémarre. Avec le démarrage sécurisé, l’installateur est metal-installer-secureboot.',
  'maintenance.step.wait-for-ready':
    'Attendre que Kubernetes dise la machine prête.',
  'maintenance.step.uncordon':
    'Laisser de nouveau venir des pods sur la machine.',
  'maintenance.step.unset-noout':
    'Laisser de nouveau Ceph réparer de lui-même.',
  'maintenance.step.wait-for-clean':
    'Attendre que toutes les copies soient de nouveau là.',
  'maintenance.stopping.data-blocked':
    'Ses données ne sont ni lisibles ni modifiables.',
  'maintenance.stopping.local-volume':
    'Son volume n’existe que sur cette machine.',
  'maintenance.stopping.bound-pod':
    'Elle ne peut tourner que sur cette machine.',
  'maintenance.stopping.bare-pod': 'Aucun contrôleur ne la relance.',
  'maintenance.stopping.no-capacity':
    'Aucune autre machine n’a de place pour elle.',
  'maintenance.result.fine': 'En ordre',
  'maintenance.result.step': 'Demande une étape',
  'maintenance.result.blocks': 'S’y oppose',
  'maintenance.result.unknown': 'Inconnu',
  'maintenance.result.not-applicable': 'Sans objet',
  'maintenance.observed': 'État {{time}}',
  'maintenance.neverObserved': 'Rien n’a encore été lu',
  'maintenance.because': 'Pourquoi',
  'maintenance.nothingAgainst': 'Rien ne s’y oppose.',
  'maintenance.details': 'Tout ce qui est examiné',
  'maintenance.column.input': 'Ce qui est examiné',
  'maintenance.column.result': 'Résultat',
  'maintenance.column.reason': 'Pourquoi',
  'maintenance.column.sources': 'Connu par',
  'maintenance.subjects': 'À propos de',
  'maintenance.more_one': 'et {{number}} de plus',
  'maintenance.more_other': 'et {{number}} de plus',
  'maintenance.notNamed': 'aucun',
  'maintenance.steps.title': 'Étapes, dans l’ordre',
  'maintenance.steps.looking': 'Ce qu’on peut regarder maintenant',
  'maintenance.steps.nothingRuns':
    'Le portail n’exécute rien de tout cela. Copiez les commandes et lancez-les vous-même, l’une après l’autre.',
  'maintenance.steps.lookingOnly':
    'Ces commandes ne font que regarder. Les étapes d’un arrêt apparaissent dès que la machine peut s’arrêter.',
  'maintenance.steps.before': 'Avant',
  'maintenance.steps.during': 'Pendant l’arrêt',
  'maintenance.steps.after': 'Après',
  'maintenance.steps.command': 'Commande : {{step}}',
  'maintenance.steps.all': 'Toutes les commandes',
  'maintenance.steps.none': 'Il n’y a rien à faire au préalable.',
  'maintenance.dependents.title': 'Ce qui dépend de {{node}}',
  'maintenance.dependents.lessRedundant':
    'Applications dont les données ont alors moins de copies',
  'maintenance.dependents.stopping': 'Applications qui s’arrêtent alors',
  'maintenance.dependents.moving':
    'Applications qui passent alors sur une autre machine',
  'maintenance.dependents.localVolumes':
    'Volumes qui n’existent que sur cette machine',
  'maintenance.dependents.none': 'Aucun.',
  'maintenance.chain': 'De {{node}} aux applications',
  'maintenance.notFound.title': 'Pas de telle machine',
  'maintenance.notFound.description':
    'Rien n’est connu d’une machine nommée {{node}} sur le cluster {{cluster}}. Elle a peut-être disparu, ou son cluster n’est pas configuré.',
  'maintenance.rolling.title': 'L’une après l’autre',
  'maintenance.rolling.about':
    'L’ordre d’une mise à niveau progressive. Chaque machine est revenue, et toutes les données ont de nouveau leurs copies, avant que la suivante s’arrête.',
  'maintenance.rolling.through_one':
    '{{number}} machine peut s’arrêter et revenir, dans cet ordre.',
  'maintenance.rolling.through_other':
    'Les {{number}} machines peuvent toutes s’arrêter l’une après l’autre, dans cet ordre.',
  'maintenance.rolling.stops': 'Cela s’arrêterait à {{node}}',
  'maintenance.rolling.stopsFirst':
    'Impossible de commencer : la première machine, {{node}}, doit rester en marche',
  'maintenance.rolling.stopsHere': 'Bloqué ici',
  'maintenance.rolling.notReached': 'Pas atteinte',
  'maintenance.rolling.order': 'Machines dans l’ordre',
  'maintenance.all': 'Toutes les machines',
  'maintenance.machine': 'Machine',
  'maintenance.verdictColumn': 'Peut-elle s’arrêter ?',
  'maintenance.empty.title': 'Aucune machine n’est connue ici',
  'maintenance.empty.description':
    'Les verdicts apparaissent dès que les machines de ce cluster peuvent être lues. L’équipe de la plateforme le relie sous kubernetes: dans la configuration du portail.',
  'maintenance.card.title': 'Maintenance',
  'maintenance.card.open': 'Ouvrir la maintenance',
  'maintenance.card.openNode': 'Ce qui en décide, et ce qui en dépend',
};
