/** French words for the most usual health checks; the others are told in English. */
export default {
  'checks.OSD_DOWN.title': 'Le service d’un disque (OSD) est arrêté',
  'checks.OSD_DOWN.meaning':
    'Le service qui gère un disque ne tourne pas ou n’est pas joignable. Ses copies manquent jusqu’à son retour.',
  'checks.OSD_DOWN.nextStep':
    'Regardez le pod de l’OSD, sa machine et son disque. Laissez toutes les autres machines en marche jusqu’à son retour.',
  'checks.OSD_SUBTREE_DOWN.title': 'Tous les OSD d’un endroit sont arrêtés',
  'checks.OSD_SUBTREE_DOWN.meaning':
    'Tous les OSD d’une machine, d’une baie ou d’une zone sont arrêtés : le plus souvent la machine elle-même, son réseau ou son alimentation.',
  'checks.OSD_SUBTREE_DOWN.nextStep':
    'Remettez cet endroit en marche. Laissez toutes les autres machines à OSD en marche d’ici là.',
  'checks.OSD_NEARFULL.title': 'Un disque est presque plein',
  'checks.OSD_NEARFULL.meaning':
    'Un OSD a dépassé la limite à laquelle Ceph avertit. Tout fonctionne encore.',
  'checks.OSD_NEARFULL.nextStep':
    'Prévoyez d’autres disques, ou supprimez des données. Regardez quels pools et applications grossissent.',
  'checks.OSD_BACKFILLFULL.title':
    'Un disque est trop plein pour recevoir des copies',
  'checks.OSD_BACKFILLFULL.meaning':
    'Un OSD est si plein que Ceph n’y déplace plus de copies ; la réparation risque de ne pas aboutir.',
  'checks.OSD_BACKFILLFULL.nextStep':
    'Supprimez des données ou ajoutez des disques avant qu’un disque ne tombe en panne.',
  'checks.OSD_FULL.title': 'Un disque est plein : rien ne peut être écrit',
  'checks.OSD_FULL.meaning':
    'Un OSD a atteint la limite, et Ceph arrête toute écriture dans les pools qui s’y trouvent.',
  'checks.OSD_FULL.nextStep':
    'Supprimez des données ou ajoutez des disques. Pour peu de temps, « ceph osd set-full-ratio » peut être relevé un peu, afin de pouvoir supprimer.',
  'checks.OSDMAP_FLAGS.title': 'Un interrupteur de tout le cluster est activé',
  'checks.OSDMAP_FLAGS.meaning':
    'Quelqu’un a dit à Ceph de ne pas faire ce qu’il fait d’habitude de lui-même, comme refaire les copies manquantes (noout).',
  'checks.OSDMAP_FLAGS.nextStep':
    'Quand la maintenance est finie, retirez-le avec « ceph osd unset <flag> ».',
  'checks.OSD_FLAGS.title': 'Un interrupteur de certains OSD est activé',
  'checks.OSD_FLAGS.meaning':
    'Ceph a reçu l’ordre de ne pas faire ce qu’il fait d’habitude, pour certains OSD ou certaines machines ; Rook le fait quand il en vide une.',
  'checks.OSD_FLAGS.nextStep':
    'Quand la maintenance est finie, retirez-le avec « ceph osd unset-group <flag> <who> ».',
  'checks.OSD_SCRUB_ERRORS.title': 'Des copies ne concordent pas',
  'checks.OSD_SCRUB_ERRORS.meaning':
    'Ceph a comparé des copies et en a trouvé qui diffèrent ou ne peuvent être lues.',
  'checks.OSD_SCRUB_ERRORS.nextStep':
    'Trouvez les groupes de placement avec « ceph health detail », vérifiez les disques, puis réparez avec « ceph pg repair ».',
  'checks.SLOW_OPS.title': 'Des requêtes attendent longtemps',
  'checks.SLOW_OPS.meaning':
    'Lire ou écrire prend plus d’une demi-minute sur un OSD ou un moniteur : les applications le sentent.',
  'checks.SLOW_OPS.nextStep':
    'Regardez les disques, le réseau et la charge des services nommés ; redémarrez celui qui est bloqué.',
  'checks.PG_AVAILABILITY.title':
    'Des données ne peuvent être ni lues ni écrites',
  'checks.PG_AVAILABILITY.meaning':
    'Des parties des données (groupes de placement) ont trop peu de copies à disposition, ou sont en cours d’arrangement ; les applications qui en ont besoin attendent.',
  'checks.PG_AVAILABILITY.nextStep':
    'Remettez en marche les OSD arrêtés. Si cela dure, regardez « ceph health detail » et « ceph pg <id> query ».',
  'checks.PG_DEGRADED.title': 'Des données ont moins de copies que prévu',
  'checks.PG_DEGRADED.meaning':
    'Tout peut être lu et écrit, mais il manque une copie à certaines parties ; une panne de plus pourrait les bloquer ou les perdre.',
  'checks.PG_DEGRADED.nextStep':
    'Remettez en marche les OSD arrêtés, ou laissez Ceph finir de réparer. N’arrêtez aucune machine d’ici là.',
  'checks.PG_DAMAGED.title': 'Des données sont peut-être abîmées',
  'checks.PG_DAMAGED.meaning':
    'Des copies ne concordent pas, ou une réparation a échoué.',
  'checks.PG_DAMAGED.nextStep':
    'Trouvez les groupes de placement avec « ceph health detail », vérifiez les disques en dessous, puis « ceph pg repair ».',
  'checks.PG_RECOVERY_FULL.title': 'Réparation arrêtée : disques pleins',
  'checks.PG_RECOVERY_FULL.meaning':
    'Les copies manquantes ne peuvent être refaites parce qu’un OSD est plein.',
  'checks.PG_RECOVERY_FULL.nextStep':
    'Supprimez des données ou ajoutez des disques.',
  'checks.PG_BACKFILL_FULL.title': 'Déplacement arrêté : disques trop pleins',
  'checks.PG_BACKFILL_FULL.meaning':
    'Des copies ne peuvent être déplacées parce qu’un OSD a trop peu de place.',
  'checks.PG_BACKFILL_FULL.nextStep':
    'Supprimez des données ou ajoutez des disques.',
  'checks.PG_NOT_SCRUBBED.title':
    'Des copies n’ont pas été comparées récemment',
  'checks.PG_NOT_SCRUBBED.meaning':
    'Ceph n’a pas trouvé le temps de comparer certaines copies aussi souvent qu’il le faudrait.',
  'checks.PG_NOT_SCRUBBED.nextStep':
    'Cherchez des interrupteurs noscrub, une charge ou des disques lents ; laissez plus de temps aux vérifications.',
  'checks.PG_NOT_DEEP_SCRUBBED.title':
    'Des données n’ont pas été relues récemment',
  'checks.PG_NOT_DEEP_SCRUBBED.meaning':
    'Ceph n’a pas trouvé le temps de relire et de comparer certaines données ; un dégât silencieux serait découvert tard.',
  'checks.PG_NOT_DEEP_SCRUBBED.nextStep':
    'Cherchez des interrupteurs nodeep-scrub, une charge ou des disques lents ; laissez plus de temps aux vérifications.',
  'checks.OBJECT_UNFOUND.title': 'Des données sont introuvables',
  'checks.OBJECT_UNFOUND.meaning':
    'La version la plus récente de certains objets n’est sur aucun OSD en marche. Les applications qui en ont besoin attendent.',
  'checks.OBJECT_UNFOUND.nextStep':
    'Remettez en marche chaque OSD arrêté, d’abord les derniers tombés. Ne déclarez rien perdu avant.',
  'checks.OBJECT_MISPLACED.title':
    'Des données sont là où elles ne devraient pas rester',
  'checks.OBJECT_MISPLACED.meaning':
    'Toutes les copies sont là, et Ceph en déplace certaines vers d’autres disques.',
  'checks.OBJECT_MISPLACED.nextStep':
    'Attendez ; regardez l’espace libre si leur nombre ne baisse pas.',
  'checks.POOL_FULL.title': 'Un pool est plein : rien ne peut y être écrit',
  'checks.POOL_FULL.meaning':
    'Un pool a atteint son quota, ou les disques en dessous sont pleins ; les applications qui y écrivent échouent.',
  'checks.POOL_FULL.nextStep':
    'Supprimez des données, relevez le quota du pool, ou ajoutez des disques.',
  'checks.POOL_NEARFULL.title': 'Un pool est presque plein',
  'checks.POOL_NEARFULL.meaning':
    'Les disques sous un pool sont presque pleins. Tout fonctionne encore.',
  'checks.POOL_NEARFULL.nextStep':
    'Prévoyez d’autres disques, ou supprimez des données.',
  'checks.POOL_BACKFILLFULL.title': 'Un pool est trop plein pour être réparé',
  'checks.POOL_BACKFILLFULL.meaning':
    'Les disques sous un pool ont trop peu de place pour recevoir des copies.',
  'checks.POOL_BACKFILLFULL.nextStep':
    'Supprimez des données ou ajoutez des disques avant qu’un disque ne tombe en panne.',
  'checks.POOL_NO_REDUNDANCY.title': 'Un pool ne garde qu’une copie',
  'checks.POOL_NO_REDUNDANCY.meaning':
    'Ce qui s’y trouve est perdu quand son disque tombe en panne.',
  'checks.POOL_NO_REDUNDANCY.nextStep':
    'Donnez au pool une taille d’au moins 2, mieux 3.',
  'checks.POOL_APP_NOT_ENABLED.title': 'Un pool ne dit pas à quoi il sert',
  'checks.POOL_APP_NOT_ENABLED.meaning':
    'Personne n’a dit à Ceph quel type d’application utilise le pool.',
  'checks.POOL_APP_NOT_ENABLED.nextStep':
    'Exécutez « ceph osd pool application enable <pool> <app> ».',
  'checks.TOO_FEW_OSDS.title': 'Il y a moins d’OSD que de copies',
  'checks.TOO_FEW_OSDS.meaning':
    'Les copies ne peuvent être réparties comme il faudrait.',
  'checks.TOO_FEW_OSDS.nextStep': 'Ajoutez des OSD.',
  'checks.MON_DOWN.title': 'Un moniteur est arrêté',
  'checks.MON_DOWN.meaning':
    'Les moniteurs s’accordent sur l’état du stockage ; une majorité doit tourner. Il en manque un, et moins encore peuvent tomber.',
  'checks.MON_DOWN.nextStep':
    'Redémarrez-le bientôt : regardez son pod et sa machine. N’arrêtez aucune autre machine à moniteur d’ici là.',
  'checks.MON_CLOCK_SKEW.title': 'Les horloges des moniteurs diffèrent',
  'checks.MON_CLOCK_SKEW.meaning':
    'Les machines des moniteurs n’ont pas la même heure, ce qui peut leur coûter leur accord.',
  'checks.MON_CLOCK_SKEW.nextStep':
    'Vérifiez la synchronisation de l’heure des machines nommées.',
  'checks.MON_DISK_LOW.title': 'Le disque d’un moniteur se remplit',
  'checks.MON_DISK_LOW.meaning':
    'Moins d’un tiers du disque qui porte les données d’un moniteur est libre.',
  'checks.MON_DISK_LOW.nextStep':
    'Libérez de la place sur ce disque, souvent dans /var ; regardez ce qui le remplit d’autre.',
  'checks.MGR_DOWN.title': 'Aucun gestionnaire ne tourne',
  'checks.MGR_DOWN.meaning':
    'Les données peuvent être lues et écrites, mais l’occupation, les groupes de placement et les débits ne sont plus comptés : ces nombres sont anciens.',
  'checks.MGR_DOWN.nextStep':
    'Redémarrez le gestionnaire : regardez ses pods et leurs machines.',
  'checks.MGR_MODULE_DEPENDENCY.title':
    'Il manque quelque chose à une partie du gestionnaire',
  'checks.MGR_MODULE_DEPENDENCY.meaning':
    'Un module du gestionnaire ne peut démarrer faute d’un élément ; ce qu’il offre n’est pas là.',
  'checks.MGR_MODULE_DEPENDENCY.nextStep':
    'Lisez le message, utilisez l’image officielle de Ceph, ou désactivez le module.',
  'checks.RECENT_CRASH.title': 'Un service a planté récemment',
  'checks.RECENT_CRASH.meaning':
    'Un service de Ceph a planté au cours des deux dernières semaines.',
  'checks.RECENT_CRASH.nextStep':
    'Examinez-le avec « ceph crash ls » et « ceph crash info » ; classez-le avec « ceph crash archive ».',
  'checks.MDS_ALL_DOWN.title': 'Un système de fichiers est hors service',
  'checks.MDS_ALL_DOWN.meaning':
    'Aucun serveur de métadonnées d’un système de fichiers ne tourne : rien ne peut y être lu ni écrit.',
  'checks.MDS_ALL_DOWN.nextStep':
    'Redémarrez ses serveurs de métadonnées : regardez leurs pods.',
  'checks.MDS_INSUFFICIENT_STANDBY.title':
    'Aucun serveur de métadonnées en réserve',
  'checks.MDS_INSUFFICIENT_STANDBY.meaning':
    'Si l’actif tombe en panne, le système de fichiers s’arrête un moment.',
  'checks.MDS_INSUFFICIENT_STANDBY.nextStep':
    'Réglez activeStandby du CephFilesystem, ou ajoutez une machine.',
  'checks.FS_DEGRADED.title': 'Un système de fichiers est incomplet',
  'checks.FS_DEGRADED.meaning':
    'Un serveur de métadonnées d’un système de fichiers est en panne, abîmé ou encore au démarrage ; les applications qui l’utilisent attendent peut-être.',
  'checks.FS_DEGRADED.nextStep':
    'Regardez les pods de ses serveurs de métadonnées.',
  'checks.DEVICE_HEALTH.title': 'Un disque devrait bientôt tomber en panne',
  'checks.DEVICE_HEALTH.meaning':
    'D’après ses propres mesures, un disque va probablement tomber en panne sous peu.',
  'checks.DEVICE_HEALTH.nextStep':
    'Retirez son OSD avec « ceph osd out », attendez que toutes les copies soient ailleurs, remplacez le disque.',
  'checks.quorum-lost.title':
    'Les moniteurs n’ont pas de majorité, ou ne sont pas joignables',
  'checks.quorum-lost.meaning':
    'Sans majorité de moniteurs, tout Ceph s’arrête sous peu : les applications ne peuvent ni lire ni écrire. Ce que le gestionnaire montre encore est ancien.',
  'checks.quorum-lost.nextStep':
    'Remettez les moniteurs en marche : regardez leurs pods et leurs machines. Ne changez rien d’autre entre-temps.',
  'checks.pgs-inactive.title':
    'Des données ne peuvent être ni lues ni écrites en ce moment',
  'checks.pgs-inactive.meaning':
    'Des groupes de placement ne sont pas actifs, même si Ceph n’y voit qu’un avertissement. Les applications dont les données s’y trouvent attendent.',
  'checks.pgs-inactive.nextStep':
    'Remettez en marche les OSD arrêtés ; laissez tous les autres en marche. Si aucun n’est arrêté, attendez une minute, puis regardez « ceph health detail ».',
  'checks.objects-unfound.title': 'Des données sont introuvables',
  'checks.objects-unfound.meaning':
    'La version la plus récente de certains objets n’est sur aucun OSD en marche.',
  'checks.objects-unfound.nextStep':
    'Remettez en marche chaque OSD arrêté. Ne déclarez rien perdu avant.',
  'checks.operator-silent.title': 'L’opérateur de Rook est muet',
  'checks.operator-silent.meaning':
    'Personne n’a interrogé Ceph depuis un moment, et l’on ne sait pas comment il va. Ce qui est affiché est le dernier état connu.',
  'checks.operator-silent.nextStep':
    'Regardez le déploiement rook-ceph-operator et son journal.',
  'checks.operator-slow.title': 'L’opérateur de Rook est en retard',
  'checks.operator-slow.meaning':
    'Il interroge Ceph moins souvent qu’il ne le devrait.',
  'checks.operator-slow.nextStep':
    'Regardez le déploiement rook-ceph-operator si cela continue.',
  'checks.operator-not-ready.title': 'L’opérateur de Rook ne tourne pas',
  'checks.operator-not-ready.meaning':
    'Le stockage continue de fonctionner, mais personne ne s’en occupe, et l’on ne saura bientôt plus comment il va.',
  'checks.operator-not-ready.nextStep':
    'Redémarrez le déploiement rook-ceph-operator.',
  'checks.never-checked.title': 'Ceph n’a jamais été vérifié',
  'checks.never-checked.meaning':
    'Rook n’a pas encore interrogé ce cluster Ceph.',
  'checks.never-checked.nextStep':
    'Regardez les conditions du CephCluster et le journal de l’opérateur de Rook.',
  'checks.monitoring-disabled.title': 'Rook ne surveille pas Ceph',
  'checks.monitoring-disabled.meaning':
    'Le CephCluster dit que Rook ne doit pas demander comment va Ceph (healthCheck.daemonHealth.status.disabled).',
  'checks.monitoring-disabled.nextStep':
    'Activez cette surveillance, ou configurez l’interface du gestionnaire pour le portail.',
  'checks.clock-differs.title': 'Les horloges diffèrent',
  'checks.clock-differs.meaning':
    'Le dernier regard de Rook sur Ceph est dans l’avenir : son âge ne peut être dit.',
  'checks.clock-differs.nextStep':
    'Vérifiez l’heure des machines du cluster et celle du portail.',
  'checks.rook-unreadable.title': 'Les ressources de Rook ne peuvent être lues',
  'checks.rook-unreadable.meaning':
    'On ne sait pas comment va Ceph. Ce qui est affiché est le dernier état connu.',
  'checks.rook-unreadable.nextStep':
    'Voyez le problème indiqué avec la source.',
  'checks.rook-failed.title': 'Rook n’a pas pu faire son travail',
  'checks.rook-failed.meaning':
    'Rook signale qu’il n’a pas réussi à amener Ceph à l’état déclaré.',
  'checks.rook-failed.nextStep':
    'Lisez le message et le journal de l’opérateur de Rook.',
  'checks.manager-stale.title': 'Le gestionnaire a perdu les moniteurs',
  'checks.manager-stale.meaning':
    'Le gestionnaire de Ceph répond avec ce qu’il savait avant, ce qui aurait bonne mine. Ce n’est pas affiché comme actuel.',
  'checks.manager-stale.nextStep': 'Regardez les moniteurs et leur majorité.',
  'checks.manager-unreachable.title': 'Le gestionnaire ne peut être interrogé',
  'checks.manager-unreachable.meaning':
    'Groupes de placement, OSD et pools ne sont pas connus dans leur état actuel. Ceph lui-même va peut-être bien.',
  'checks.manager-unreachable.nextStep':
    'Voyez le problème indiqué avec la source.',
  'checks.manager-switching.title': 'Un autre gestionnaire prend le relais',
  'checks.manager-switching.meaning':
    'Pendant une minute ou deux, les nombres sont ceux d’avant.',
  'checks.manager-switching.nextStep': 'Attendez un peu.',
  'checks.manager-refuses.title':
    'Le gestionnaire ne laisse pas entrer le portail',
  'checks.manager-refuses.meaning':
    'La connexion ou les droits ne suffisent pas : OSD, pools et groupes de placement ne sont pas connus.',
  'checks.manager-refuses.nextStep':
    'Voyez le problème indiqué avec la source.',
  'checks.manager-foreign.title':
    'Le gestionnaire est celui d’un autre cluster Ceph',
  'checks.manager-foreign.meaning':
    'L’adresse configurée mène à un autre stockage que celui de Rook ; rien n’en est affiché.',
  'checks.manager-foreign.nextStep':
    'Corrigez ceph.manager.url dans la configuration du portail.',
  'checks.sources-disagree.title':
    'Rook et le gestionnaire ne disent pas la même chose',
  'checks.sources-disagree.meaning':
    'Ils diffèrent depuis plus longtemps que leurs pauses ne l’expliquent. Le pire des deux est affiché.',
  'checks.sources-disagree.nextStep':
    'Comparez avec « ceph status » ; regardez l’opérateur de Rook et le gestionnaire.',
  'checks.pool-needs-all-copies.title': 'Un pool s’arrête à la première panne',
  'checks.pool-needs-all-copies.meaning':
    'Un pool a besoin de chacune de ses copies pour être lu et écrit : une machine arrêtée le bloque.',
  'checks.pool-needs-all-copies.nextStep':
    'Donnez au pool une copie de plus que min_size.',
  'checks.pool-copies-together.title':
    'Un pool peut garder toutes ses copies sur une machine',
  'checks.pool-copies-together.meaning':
    'Les copies sont réparties sur des disques, pas sur des machines : une machine peut en porter plusieurs.',
  'checks.pool-copies-together.nextStep':
    'Donnez au pool une règle CRUSH avec le domaine de panne host.',
  'checks.other-check.title':
    'Ceph signale quelque chose que le portail ne sait pas dire',
  'checks.other-check.meaning':
    'On ne sait pas ici ce que cela signifie pour les données ; le texte de Ceph en dit plus.',
  'checks.other-check.nextStep':
    'Cherchez le code dans la documentation de Ceph sous « Health checks », et regardez « ceph health detail ».',
};
