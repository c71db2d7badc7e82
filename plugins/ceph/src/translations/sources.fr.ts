/** French texts of where something is known from; keys begin with `sources.`. */
export default {
  'sources.name.rook': 'Ressources de Rook',
  'sources.name.ceph-manager': 'Gestionnaire de Ceph',
  'sources.name.prometheus': 'Métriques de Ceph',
  'sources.name.kubernetes': 'Kubernetes',
  'sources.name.longhorn': 'Ressources de Longhorn',
  'sources.name.talos': 'Talos',
  'sources.name.catalog': 'Le catalogue',
  'sources.state.fresh': 'à jour',
  'sources.state.stale': 'ancien',
  'sources.state.unreachable': 'ne répond pas',
  'sources.state.forbidden': 'non autorisé',
  'sources.state.not-configured': 'non configuré',
  'sources.state.absent': 'rien à cet endroit',
  'sources.problem.kubernetes-not-configured':
    'L’API Kubernetes de {{cluster}} n’est pas configurée, si bien que Rook ne peut pas être lu. Ajoutez {{cluster}} avec un serviceAccountToken sous kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-token-refused':
    'L’API Kubernetes de {{cluster}} a refusé le jeton. Donnez-en un valide sous kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-forbidden':
    'L’API Kubernetes de {{cluster}} ne laisse pas le jeton lister {{what}}. Donnez à son rôle get et list sur ces objets.',
  'sources.problem.kubernetes-not-found':
    'L’API Kubernetes de {{cluster}} ne connaît pas {{what}}. Vérifiez l’adresse sous kubernetes.clusterLocatorMethods, et que c’est installé là-bas.',
  'sources.problem.kubernetes-redirected':
    'L’API Kubernetes de {{cluster}} a répondu par une redirection, qui n’est pas suivie. Mettez l’adresse finale sous kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-not-the-api':
    'Ce qui répond à la place de l’API Kubernetes de {{cluster}} envoie autre chose ({{what}}). Vérifiez l’adresse sous kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-unavailable':
    'L’API Kubernetes de {{cluster}} a répondu avec le statut {{status}} ({{what}}). Consultez son journal.',
  'sources.problem.kubernetes-unreachable':
    'L’API Kubernetes de {{cluster}} est injoignable ({{code}}). Vérifiez qu’elle fonctionne, et son adresse sous kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-slow':
    'L’API Kubernetes de {{cluster}} n’a pas répondu à temps ({{what}}). Vérifiez sa charge et le réseau.',
  'sources.problem.kubernetes-too-large':
    'L’API Kubernetes de {{cluster}} a envoyé plus de {{limitMegabytes}} Mo ({{what}}), qui ne sont pas lus.',
  'sources.problem.kubernetes-malformed':
    'L’API Kubernetes de {{cluster}} a envoyé quelque chose d’incompréhensible ({{what}}) : {{detail}}. Vérifiez sa version.',
  'sources.problem.rook-not-installed':
    'L’API Kubernetes de {{cluster}} ne connaît pas {{what}} : Rook n’y est pas installé. Installez-le, ou retirez ceph de la configuration du cluster.',
  'sources.problem.rook-without-cluster':
    'Il n’y a pas de CephCluster dans {{namespace}} de {{cluster}}. Corrigez ceph.namespace, ou retirez ceph de la configuration du cluster.',
  'sources.problem.operator-late':
    'L’opérateur de Rook est en retard : il a interrogé Ceph pour la dernière fois le {{time}}. Regardez le déploiement rook-ceph-operator et son journal.',
  'sources.problem.operator-silent':
    'L’opérateur de Rook n’a pas interrogé Ceph depuis le {{time}}. Regardez le déploiement rook-ceph-operator et son journal.',
  'sources.problem.operator-never':
    'L’opérateur de Rook n’a pas encore interrogé Ceph. Regardez le déploiement rook-ceph-operator et son journal.',
  'sources.problem.operator-ahead':
    'L’opérateur de Rook a interrogé Ceph le {{time}}, ce qui est dans le futur. Comparez les horloges des machines du cluster et du portail.',
  'sources.problem.operator-told-not-to-ask':
    'Le CephCluster dit à Rook de ne pas demander à Ceph comment il va. Activez spec.healthCheck.daemonHealth.status, ou fiez-vous à ceph.manager.',
  'sources.problem.manager-login-refused':
    'Le gestionnaire de Ceph à {{url}} a refusé la connexion. Vérifiez ceph.manager.username et le mot de passe ; s’ils sont justes, dix refus ont verrouillé le compte : réactivez-le avec « ceph dashboard ac-user-enable ». Il n’est pas réessayé avant le redémarrage du portail.',
  'sources.problem.manager-token-refused':
    'Le gestionnaire de Ceph à {{url}} refuse le jeton qu’il a donné. Vérifiez qu’aucun autre service ne répond à ceph.manager.url.',
  'sources.problem.manager-forbidden':
    'Le gestionnaire de Ceph à {{url}} ne laisse pas l’utilisateur lire {{path}}. Donnez à son rôle les portées monitor, osd et pool avec read.',
  'sources.problem.manager-not-active':
    'Le gestionnaire à {{url}} est en attente et en nomme un autre, qui n’est pas suivi. Faites mener ceph.manager.url au gestionnaire actif, par exemple au service rook-ceph-mgr-dashboard.',
  'sources.problem.manager-unreachable':
    'Le gestionnaire de Ceph à {{url}} est injoignable ({{code}}). Vérifiez qu’un gestionnaire fonctionne, et ceph.manager.url.',
  'sources.problem.manager-slow':
    'Le gestionnaire de Ceph à {{url}} n’a pas répondu à temps. Vérifiez les moniteurs de Ceph et le réseau.',
  'sources.problem.manager-unavailable':
    'Le gestionnaire de Ceph à {{url}} a répondu avec le statut {{status}}. Consultez le journal du gestionnaire actif.',
  'sources.problem.manager-version':
    'Le gestionnaire de Ceph à {{url}} n’offre pas {{path}} dans une version comprise. Vérifiez que Ceph est Pacific ou plus récent.',
  'sources.problem.manager-too-large':
    'Le gestionnaire de Ceph à {{url}} a envoyé plus de {{limitMegabytes}} Mo, qui ne sont pas lus. Retirez la portée manager du rôle de l’utilisateur.',
  'sources.problem.manager-incomplete':
    'Le gestionnaire de Ceph à {{url}} a envoyé {{got}} éléments sur {{total}} de {{path}}, si bien qu’aucun n’est affiché. Signalez-le avec la version de Ceph.',
  'sources.problem.manager-not-the-api':
    'Ce qui répond à {{url}} (statut {{status}}) n’est pas l’API REST du gestionnaire de Ceph. Vérifiez ceph.manager.url et le préfixe de chemin du tableau de bord.',
  'sources.problem.manager-malformed':
    'Le gestionnaire de Ceph à {{url}} a envoyé une réponse incompréhensible : {{detail}}. Vérifiez la version de Ceph.',
  'sources.problem.manager-without-monitors':
    'Le gestionnaire de Ceph à {{url}} répond, mais pas ses moniteurs : ce qu’il dit est donc ancien. Vérifiez les moniteurs et leur quorum.',
  'sources.problem.manager-foreign':
    'Ce qui répond à {{url}} est le cluster Ceph {{fsid}}, et non celui de {{cluster}}. Corrigez ceph.manager.url.',
  'sources.problem.manager-scopes-missing':
    'Le gestionnaire de Ceph omet ce que le rôle de l’utilisateur ne peut pas lire. Donnez-lui read sur les portées {{scopes}}.',
  'sources.problem.metrics-unavailable':
    'Le module Prometheus du gestionnaire de Ceph à {{url}} a répondu avec le statut {{status}}. Vérifiez ceph.metrics.url, et que le module est activé.',
  'sources.problem.metrics-too-large':
    'Le module Prometheus du gestionnaire de Ceph à {{url}} a envoyé plus de {{limitMegabytes}} Mo, qui ne sont pas lus. Vérifiez ceph.metrics.url.',
  'sources.problem.metrics-empty':
    'Le module Prometheus du gestionnaire de Ceph à {{url}} n’a rien envoyé, comme le fait un gestionnaire en attente. Faites mener ceph.metrics.url au gestionnaire actif.',
  'sources.problem.metrics-not-of-ceph':
    'Ce qui répond à {{url}} n’envoie pas de métriques de Ceph. Vérifiez ceph.metrics.url, et que le module Prometheus du gestionnaire est activé.',
  'sources.problem.metrics-slow':
    'Le module Prometheus du gestionnaire de Ceph à {{url}} n’a pas répondu à temps. Vérifiez le gestionnaire et le réseau.',
  'sources.problem.metrics-unreachable':
    'Le module Prometheus du gestionnaire de Ceph à {{url}} est injoignable. Vérifiez ceph.metrics.url, et que le module est activé.',
  'sources.problem.metrics-not-proven':
    'Les métriques du gestionnaire de Ceph continuent telles quelles quand ses moniteurs ont disparu, et rien ne prouve à présent que ceux-ci répondent. Voyez ce qui est dit de Rook et du gestionnaire.',
  'sources.problem.machines-none':
    'L’extension talos-nodes du portail ne connaît encore aucune machine de {{cluster}}. Regardez ses propres sources.',
  'sources.problem.machines-not-told':
    'L’extension talos-nodes du portail n’a indiqué aucune machine ({{detail}}). Consultez le journal du portail.',
  'sources.problem.catalog-not-told':
    'Le catalogue n’a indiqué aucune application ({{detail}}). Consultez le journal du portail.',
  'sources.failing': 'Tout n’est pas à jour ici',
  'sources.failed': '{{source}} : {{state}}',
  'sources.failedSince': '{{source}} : {{state}} (constaté {{time}})',
  'sources.kept': 'Ce qui est affiché était vrai {{time}}.',
  'sources.nothing': 'Rien n’en est affiché.',
  'sources.partial': 'Tout ne peut pas être connu ici',
  'sources.notConfigured': '{{source}} : non configuré.',
  'sources.limited': '{{source}} :',
  'sources.noneNeeded': 'rien n’était à lire',
  'sources.unread.not-configured':
    'inconnu : aucune source qui le sache n’est configurée',
  'sources.unread.not-allowed':
    'inconnu : le portail n’a pas le droit de le lire',
  'sources.unread.not-reachable': 'inconnu : la source ne répond pas',
  'sources.unread.stale': 'inconnu : ce qui a été lu est trop ancien',
  'sources.unread.not-reported': 'inconnu : la source ne le dit pas',
  'sources.unread.too-early': 'inconnu : il est trop tôt pour le dire',
};
