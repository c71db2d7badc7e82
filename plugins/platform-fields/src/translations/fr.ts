/** French texts of the form fields and the review step. */
export default {
  'field.required': 'obligatoire',
  'check.unavailable':
    'Vérification impossible pour le moment. Continuez : la relecture vérifie tout à nouveau.',
  'suggestions.label': 'Suggestions pour {{field}}',
  'rows.remove': 'Supprimer {{row}}',
  'platform.label': 'Plateforme',
  'platform.description': 'Le dépôt GitOps qui est modifié.',
  'platform.failed': 'Les plateformes n’ont pas pu être lues',
  'platform.retry': 'Réessayer',
  'platform.none':
    'Aucune plateforme n’est configurée. Adressez-vous à l’équipe plateforme.',
  'platform.unreadable':
    'Le dépôt de {{platform}} ne peut pas être lu : {{problem}}',
  'name.label': 'Nom',
  'name.description':
    'Minuscules, chiffres et tirets, 63 au plus. Il nomme l’application, son espace de noms et son répertoire.',
  'app.label': 'Application',
  'app.description': 'Une app existante, que vous pouvez modifier.',
  'app.placeholder': 'Choisir une app',
  'app.search': 'Chercher une app',
  'app.failed': 'Les apps n’ont pas pu être lues',
  'app.none': 'Cette plateforme n’a aucune app que vous puissiez modifier.',
  'app.foreign':
    'Vous ne pouvez pas modifier {{app}}, ou elle n’existe pas. Demandez à son propriétaire ou à l’équipe plateforme.',
  'appCard.title': 'Modifier cette app',
  'appCard.description': 'Chaque changement devient une pull request.',
  'appCard.failed': 'Les changements proposés n’ont pas pu être lus',
  'category.label': 'Catégorie',
  'category.description': 'Le répertoire et l’espace de noms de l’app.',
  'category.placeholder': 'Choisir une catégorie',
  'category.missing': 'Choisissez une catégorie.',
  'clusters.label': 'Clusters cibles',
  'clusters.description': 'Là où elle tourne ; sans choix, sur {{cluster}}.',
  'exposure.label': 'Accessible depuis',
  'exposure.description': 'La gateway qui prend l’hôte.',
  'confirmation.label': 'Nom de l’app, encore une fois',
  'confirmation.description':
    'Saisissez « {{app}} » pour confirmer son retrait.',
  'confirmation.descriptionWithoutApp': 'Choisissez d’abord une app.',
  'confirmation.wrong': 'Ce n’est pas « {{app}} ».',
  'chartName.label': 'Nom du chart',
  'chartName.description': 'Son nom dans le dépôt.',
  'chartRepository.label': 'Dépôt de charts',
  'chartRepository.description':
    'Une adresse comme https://charts.example.org ou oci://ghcr.io/example/charts.',
  'dashboardTitle.label': 'Titre',
  'dashboardTitle.description': 'Le nom de l’app sur le tableau de bord.',
  'dashboardGroup.label': 'Rubrique',
  'dashboardGroup.description':
    'Une rubrique existante du tableau de bord, ou une nouvelle.',
  'size.label': 'Taille',
  'size.description': 'Ce qu’elle peut contenir, par exemple 5Gi.',
  'variable.label': 'Variable d’environnement',
  'variable.description':
    'Celle qui contient l’adresse, l’utilisateur et le mot de passe.',
  'chartVersion.label': 'Version du chart',
  'chartVersion.description': 'Une version exacte, par exemple 4.6.2.',
  'currentHost.label': 'Hôte actuel',
  'currentHost.description': 'L’hôte à remplacer.',
  'currentHost.none':
    'Cette app n’a aucun hôte dans Git qui puisse être remplacé.',
  'minReplicas.label': 'Réplicas au minimum',
  'minReplicas.description': 'Autant de pods tournent même sans charge.',
  'maxReplicas.label': 'Réplicas au maximum',
  'maxReplicas.description': 'Jamais plus de pods ne démarrent.',
  'cpuPercent.label': 'Charge CPU à tenir',
  'cpuPercent.description': 'En pour cent de ce qu’un pod demande.',
  'owner.label': 'Propriétaire',
  'owner.description': 'Le groupe qui répond du service.',
  'owner.failed': 'Vos groupes n’ont pas pu être lus',
  'owner.none':
    'Vous n’êtes dans aucun groupe, et un service en a besoin comme propriétaire. Demandez à l’équipe plateforme de vous ajouter à un groupe.',
  'owner.placeholder': 'Choisir un groupe',
  'description.label': 'Description',
  'description.description':
    'À quoi il sert, en une phrase. Le catalogue l’affiche.',
  'port.label': 'Port du conteneur',
  'port.description': 'Le port sur lequel le conteneur écoute, de 1 à 65535.',
  'replicas.label': 'Réplicas',
  'replicas.description': 'Combien de pods tournent en même temps.',
  'exposed.label': 'Publier sur un hôte public',
  'exposed.description':
    'Sans cela, seuls les autres services du cluster l’atteignent.',
  'image.label': 'Image de conteneur',
  'image.description':
    'Avec une étiquette ou une empreinte, par exemple {{example}}.',
  'host.label': 'Hôte',
  'host.description': 'Le nom public, sous {{domains}}.',
  'host.descriptionWithoutDomains': 'Le nom public.',
  'path.label': 'Chemin',
  'path.description':
    'Les requêtes sous ce chemin atteignent le service ; / les désigne toutes.',
  'login.label': 'Connexion par Keycloak',
  'login.description':
    'Crée un client de connexion pour l’hôte. Keycloak fabrique son secret et le garde dans le coffre.',
  'login.needsHost':
    'Une connexion demande un hôte public. Revenez en arrière et publiez d’abord le service.',
  'callbackPath.label': 'Chemin de retour',
  'callbackPath.description':
    'Où l’application ramène les gens après la connexion.',
  'resources.label': 'Ressources',
  'resources.description': 'Ce que reçoit un pod.',
  'resources.small':
    'Petit : {{cpuRequest}} CPU, {{memoryRequest}} à {{memoryLimit}}',
  'resources.medium':
    'Moyen : {{cpuRequest}} CPU, {{memoryRequest}} à {{memoryLimit}}',
  'resources.large':
    'Grand : {{cpuRequest}} CPU, {{memoryRequest}} à {{memoryLimit}}',
  'resources.custom': 'Personnalisé',
  'resources.cpuRequest': 'Demande de CPU',
  'resources.memoryRequest': 'Demande de mémoire',
  'resources.cpuLimit': 'Limite de CPU (facultative)',
  'resources.memoryLimit': 'Limite de mémoire',
  'resources.quantity': 'Écrivez une quantité, comme 250m, 1 ou 512Mi.',
  'resources.invalid':
    '{{field}} : écrivez une quantité, comme 250m, 1 ou 512Mi.',
  'env.label': 'Variables d’environnement',
  'env.description':
    'Valeurs en clair, lisibles par tous dans Git. Les secrets se choisissent sur une page suivante.',
  'env.add': 'Ajouter une variable',
  'env.row': 'variable {{number}}',
  'env.name': 'Variable',
  'env.value': 'Valeur',
  'env.invalidName':
    'Variable {{number}} : le nom prend des lettres, des chiffres et des tirets bas, et ne commence pas par un chiffre.',
  'env.duplicate': 'Variable {{number}} : {{name}} figure deux fois.',
  'env.secret':
    'Variable {{number}} : cela ressemble à un secret, et Git le montre à tous. Mettez-le dans le coffre et choisissez sa clé sur la page des secrets.',
  'secrets.label': 'Secrets',
  'secrets.description':
    'Clés existantes du coffre. Seule la clé est écrite dans Git, jamais la valeur.',
  'secrets.add': 'Ajouter un secret',
  'secrets.row': 'secret {{number}}',
  'secrets.env': 'Variable',
  'secrets.key': 'Clé dans le coffre',
  'secrets.property': 'Propriété (facultative)',
  'secrets.missingKey': 'Secret {{number}} : nommez la clé du coffre.',
  'secrets.invalidName':
    'Secret {{number}} : la variable prend des lettres, des chiffres et des tirets bas, et ne commence pas par un chiffre.',
  'secrets.duplicate': 'Secret {{number}} : {{name}} figure deux fois.',
  'secrets.checked': 'Secret {{number}} : {{reason}}',
  'storage.label': 'Volumes',
  'storage.description':
    'Le contenu d’un volume reste quand un pod s’arrête. Le retrait de l’application liste ses volumes et n’en supprime aucun.',
  'storage.add': 'Ajouter un volume',
  'storage.row': 'volume {{number}}',
  'storage.name': 'Nom',
  'storage.mountPath': 'Monté sur',
  'storage.size': 'Taille',
  'storage.purpose': 'Usage',
  'storage.purposeOption': '{{purpose}} (classe de stockage {{storageClass}})',
  'storage.missingName':
    'Volume {{number}} : le nom prend des minuscules, des chiffres et des tirets.',
  'storage.duplicate': 'Volume {{number}} : {{name}} figure deux fois.',
  'storage.mountPathAbsolute':
    'Volume {{number}} : le chemin commence par / et n’est pas / seul.',
  'storage.invalidSize': 'Volume {{number}} : écrivez une taille, comme 10Gi.',
  'storage.missingPurpose': 'Volume {{number}} : choisissez un usage.',
  'review.title': 'La modification',
  'review.against':
    'Calculée sur le commit {{commit}} de {{platform}}, {{time}}.',
  'review.refresh': 'Recalculer',
  'review.findings': 'Vérifications',
  'review.back': 'Retour',
  'review.submit': 'Ouvrir la pull request',
  'review.submitting': 'La demande est en train d’être lancée.',
  'review.pending': 'La modification est en cours de calcul.',
  'review.unavailable':
    'Sans la modification, rien ne peut être demandé. Réessayez ou revenez en arrière ; vos valeurs sont conservées.',
  'review.blocked_one':
    '{{count}} erreur subsiste. Revenez en arrière pour la corriger.',
  'review.blocked_other':
    '{{count}} erreurs subsistent. Revenez en arrière pour les corriger.',
  'review.stale':
    'Le dernier calcul a échoué, ceci peut être dépassé. Recalculez.',
  'review.nothing':
    'Le dépôt contient déjà tout cela ; il n’y a rien à demander.',
  'review.ready_one':
    'Une pull request avec {{count}} fichier est ouverte en votre nom.',
  'review.ready_other':
    'Une pull request avec {{count}} fichiers est ouverte en votre nom.',
  'review.noPreview':
    'Le modèle ne montre aucune modification. Signalez à l’équipe plateforme que sa sortie n’a pas d’aperçu.',
  'review.refused': 'La demande n’a pas pu être lancée',
  'review.deadline':
    'Le calcul de la modification a pris trop de temps. Réessayez.',
  'wizard.loadFailed': 'Le modèle n’a pas pu être lu',
  'wizard.review': 'Relire la modification',
  'task.steps': 'Étapes',
  'task.state.open': 'En attente',
  'task.state.processing': 'En cours',
  'task.state.completed': 'Terminé',
  'task.state.skipped': 'Passé',
  'task.state.failed': 'Échoué',
  'task.state.cancelled': 'Annulé',
  'task.done': 'C’est demandé. L’équipe plateforme relit la pull request.',
  'task.failed': 'La demande n’a pas abouti',
  'task.unreadable': 'La tâche n’a pas pu être lue',
  'task.running': 'La demande est en route.',
  'task.cancelled': 'La tâche a été annulée.',
  'task.log': 'Journal',
  'card.choose': 'Choisir',
  'card.chooseTemplate': 'Choisir {{template}}',
  'card.owner': 'Propriétaire : {{owner}}',
};
