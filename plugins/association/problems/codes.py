"""The stable code of every problem and what it means: the source of the catalogue for editors.

A code never changes its meaning: members learn it, the guide links to it. Pure data.
"""

CODES: dict[str, str] = {
    "a-valider-et-approuve": (
        "Un texte attend l’accord de l’association, ou il l’a reçu : la page dit l’un ou l’autre."
    ),
    "accent-capitale": (
        "Les capitales gardent leurs accents en français : À, É, Ç. "
        "Sans eux, on hésite sur le sens."
    ),
    "accolade-ouverte": "Une accolade ouverte se referme sur la même ligne.",
    "accord-futur": (
        "Un accord compte du jour où il est donné, par une personne pour sa fiche ou par "
        "l’association pour un texte ; il ne se date pas d’avance."
    ),
    "adresse-courriel": (
        "Une adresse de courriel s’écrit en un mot, avec une arobase : prenom.nom@example.org."
    ),
    "adresse-de-l-apercu": (
        "L’aperçu ne se voit que sur l’ordinateur qui le montre. Un lien vers une page du site "
        "nomme son fichier : {filename}/actualites/nom.md."
    ),
    "adresse-deja-prise": (
        "Une ancienne adresse mène à une page, et à une seule : elle n’est ni l’adresse "
        "d’une page du site, ni une ancienne adresse d’une autre page."
    ),
    "adresse-web": "Une adresse de site s’écrit en entier, avec https:// au début, sans espace.",
    "alignement": (
        "Dans l’en-tête, les champs commencent au bord gauche ; ce qui appartient à un champ "
        "est décalé de deux espaces sous lui."
    ),
    "ancienne-adresse": (
        "Une ancienne adresse s’écrit depuis la racine du site, sans le nom de domaine : "
        "/qui-sommes-nous/. Les lettres accentuées y sont codées, comme le montre le message."
    ),
    "ancre-cassee": (
        "Un lien peut viser un titre de la page (#le-titre) ; aucun titre de cette page ne "
        "porte ce nom. L’ancre est le titre en minuscules, sans accent, avec des traits "
        "d’union."
    ),
    "balise": (
        "Les textes s’écrivent en Markdown. Les balises HTML qui chargent ou exécutent quelque "
        "chose, et toutes celles des champs de l’en-tête, sont refusées."
    ),
    "bloc-ferme": (
        "Une ligne « /// » referme un bloc. Celle-ci n’en referme aucun : il manque sans doute "
        "la ligne qui l’ouvre."
    ),
    "bloc-inconnu": (
        "Le guide, à la page « Les blocs », montre chaque bloc possible : details (à déplier), "
        "admonition (encadré), citation, figure, galerie, video, document, praticien, praticiens, "
        "dates, terme, et exercice dans une capsule."
    ),
    "bloc-mal-place": (
        "Un bloc commence au bord gauche, sur une ligne à lui. Dans une liste ou une citation, sa "
        "première ligne s’afficherait telle quelle."
    ),
    "bloc-ouvert": (
        "Un bloc ouvert par « /// nom | Titre » se referme par une ligne « /// ». Sans elle, "
        "tout le reste du texte entrerait dans le bloc."
    ),
    "bloc-sans-barre": "Le titre d’un bloc vient après une barre : « /// details | Le titre ».",
    "bloc-sans-titre": (
        "Ce qui suit la barre dit ce que montre le bloc : le titre d’un bloc à déplier, d’un "
        "encadré ou d’un exercice, la légende d’une figure, la fiche d’un praticien, un terme du "
        "glossaire."
    ),
    "brouillon-publie": (
        "Un évènement publié reste sur le site : ses visiteurs l’ont noté. S’il n’a plus lieu, "
        "« statut: annulé » le leur apprend ; un brouillon le ferait disparaître sans un mot."
    ),
    "caractere-invisible": (
        "Un caractère de contrôle, souvent venu d’un copier-coller, empêche de lire la ligne. "
        "Il ne se voit pas : retapez la ligne."
    ),
    "certificat-dates": (
        "Un certificat commence le jour où il est accordé et finit plus tard. Sans date "
        "d’accord, il n’a pas de fin."
    ),
    "certificat-en-double": (
        "L’adresse d’un certificat tient à la personne, au métier et à l’année : il n’y en a qu’un."
    ),
    "certificat-futur": "Un certificat ne paraît qu’une fois accordé.",
    "champ-conseille": (
        "Ce champ n’est pas obligatoire : ce que l’on ne sait pas ne s’écrit pas. Quand on le "
        "sait, la page en dit plus à qui la lit."
    ),
    "champ-en-double": (
        "Chaque champ s’écrit une seule fois. L’ordinateur ne saurait pas laquelle des deux "
        "lignes croire."
    ),
    "champ-inconnu": (
        "L’en-tête n’admet que les champs prévus : un champ mal orthographié serait perdu sans "
        "un mot."
    ),
    "champ-manquant": "Ce champ est indispensable pour que la page ait un sens.",
    "chemin": (
        "Une image ou un document se désigne par son chemin dans le dossier content : "
        "images/salle.jpg."
    ),
    "citation": (
        "Une citation seule dans son paragraphe, suivie de sa source, se montre en retrait : un "
        "chevron au début de chaque ligne, et la source après un tiret long."
    ),
    "code-d-ailleurs": (
        "Chaque logiciel de site a ses propres codes ([gallery], {{< … >}}) ; ici, ils "
        "s’afficheraient en toutes lettres."
    ),
    "code-ouvert": "Un bloc de code s’ouvre et se referme par la même suite d’accents graves.",
    "code-postal": (
        "Le début du code postal donne la région. Aucune région du vocabulaire ne correspond à "
        "celui-ci."
    ),
    "code-postal-ville": (
        "La ville et son code postal vont ensemble. Une commune déléguée ou un ancien nom "
        "peuvent différer : c’est alors sans gravité."
    ),
    "compte-rendu-attendu": (
        "Un rendez-vous passé gagne à être raconté. Ce rappel n’empêche rien ; il cesse avec une "
        "actualité qui nomme l’évènement dans son champ « evenement »."
    ),
    "conflit": (
        "Deux personnes ont modifié le même passage, et git a gardé les deux versions. Il reste à "
        "choisir, ou à les fondre en une."
    ),
    "consentement-manquant": (
        "Un portrait, une ville, un téléphone, un courriel ou une entreprise ne paraît que si la "
        "personne l’a accepté : le champ « consentement » dit ce que son accord couvre. Le nom "
        "d’un membre sans fiche, ou d’une personne du vocabulaire, attend lui aussi son accord."
    ),
    "contact-incomplet": (
        "Le moyen de contact choisi demande le champ qui va avec. Le secrétariat, lui, ne "
        "demande rien."
    ),
    "coordonnee": "Une latitude ou une longitude s’écrit en degrés décimaux : 48.8566.",
    "coordonnees-d-une-personne": (
        "Une adresse ou un numéro publié est recopié par des robots, et reste en ligne après un "
        "départ. Demandez l’accord de la personne, ou donnez l’adresse du secrétariat ; celles de "
        "l’association se disent une fois, dans le réglage COORDONNEES_PUBLIQUES."
    ),
    "coordonnees-dans-le-texte": (
        "Une adresse ou un numéro ne paraît que dans « contact », et seulement si la personne "
        "l’a accepté. Dans un texte, il serait recopié par des robots et resterait après un "
        "retrait."
    ),
    "copie": (
        "Copier un fichier pour en faire un autre est commode ; une copie qui garde son titre "
        "paraîtrait deux fois. Effacez-la, ou donnez-lui son titre et son nom."
    ),
    "creation-future": (
        "« cree_le » dit depuis quand un évènement est annoncé : ce jour est déjà venu."
    ),
    "date": "Une date s’écrit année-mois-jour : 2027-03-14. Un mois seul s’écrit 2027-03.",
    "date-changee": (
        "Quand une date publiée change, « date_initiale » garde celle d’abord annoncée : la "
        "page, les calendriers et les moteurs de recherche disent alors « nouvelle date »."
    ),
    "date-disparue": (
        "Une date publiée ne s’efface pas : elle reste dans les agendas de ceux qui l’ont "
        "notée. Annulée, elle le leur apprend."
    ),
    "date-en-double": "Chaque date d’un évènement s’écrit une seule fois.",
    "date-initiale": (
        "« date_initiale » garde le début d’abord annoncé quand la date change. Elle diffère "
        "donc de la date actuelle."
    ),
    "declaration-activite": (
        "Le numéro de déclaration d’activité d’un organisme de formation a onze chiffres : la "
        "région (2), le département (2), le rang (5), puis de nouveau le département (2)."
    ),
    "declaration-departement": (
        "Un numéro de déclaration d’activité nomme d’ordinaire deux fois le même département. Un "
        "chiffre a pu être mal recopié."
    ),
    "deontologie": "L’annuaire est celui des praticiens qui adhèrent au code de déontologie.",
    "deplier": (
        "Sur l’ancien site, ce titre ouvrait un passage ; collé ici, il n’ouvre plus rien. Ce qui "
        "se déplie commence par « /// details | Titre » et finit par « /// »."
    ),
    "deux-points": (
        "Un deux-points suivi d’une espace a un sens pour l’ordinateur. Entre guillemets "
        "droits, il redevient de la ponctuation."
    ),
    "devise-sans-tarif": "« devise » est la monnaie de « tarif », un nombre : 45, et CHF dessous.",
    "diese": (
        "Un dièse précédé d’une espace ouvre un commentaire : la suite de la ligne serait perdue."
    ),
    "document-actif": (
        "Un document se lit, et rien d’autre : un programme, un envoi ou un fichier caché dans un "
        "PDF agiraient chez qui l’ouvre, sans que le site le sache."
    ),
    "document-en-double": (
        "Chaque fichier des archives est présenté par un seul texte : deux pages pour un même "
        "fichier font croire à deux documents."
    ),
    "document-futur": (
        "Un document paraît dans les archives dès qu’il est écrit, et porte le jour, déjà venu, "
        "où il a été adopté ou publié."
    ),
    "document-illisible": (
        "Un document s’ouvre chez chacun, sans mot de passe, et les lecteurs d’écran y lisent le "
        "texte."
    ),
    "document-sans-balises": (
        "Les balises d’un PDF disent où sont ses titres, ses listes et ses tableaux : sans elles, "
        "qui l’écoute se perd."
    ),
    "document-sans-texte": (
        "Un texte de content/documents présente un document à qui le cherche, ou ne peut pas "
        "l’ouvrir : son genre, sa date, ce qu’il contient."
    ),
    "document-sans-titre": (
        "Le titre d’un PDF s’affiche et se lit à voix haute quand on l’ouvre, à la place du nom "
        "du fichier."
    ),
    "duree-d-etape": (
        "Une étape d’une capsule est un titre qui finit par sa durée entre parenthèses : "
        "« ## Le relevé (10 minutes) ». La durée vient d’abord, une virgule peut y ajouter des "
        "mots : (1 h 30, à deux). Après des mots, une heure est celle d’une montre : (Paris, 9 h)."
    ),
    "duree-et-etapes": (
        "La durée d’une capsule est la somme de celles de ses étapes : qui la commence sait "
        "combien de temps il lui faut."
    ),
    "emoji-code": (
        "Un émoji se tape ou se colle tel quel ; son nom entre deux-points n’est pas compris ici."
    ),
    "en-tete-illisible": "L’en-tête est une suite de lignes « champ: valeur ».",
    "en-tete-ouvert": "L’en-tête commence et finit par une ligne « --- ».",
    "encodage": (
        "Les fichiers du site sont enregistrés en UTF-8 ; sinon les accents deviennent illisibles."
    ),
    "espace-apres-deux-points": (
        "Après le nom d’un champ viennent un deux-points et une espace ordinaire."
    ),
    "espace-insecable": (
        "Au début d’une ligne de l’en-tête, seules des espaces ordinaires décalent. Une espace "
        "insécable se tape parfois sans le vouloir."
    ),
    "etat-a-regler": (
        "Une date passée a eu lieu ou non : « à confirmer » n’apprend plus rien à qui lit la page."
    ),
    "evenement-en-double": (
        "Un évènement a un seul fichier. Une copie faite par mégarde l’annonce deux fois, dans "
        "les listes comme dans les agendas."
    ),
    "evenement-renomme": (
        "L’identifiant d’un évènement suit son fichier. Après un changement de nom, le champ "
        "« uid » garde l’ancien, et les calendriers abonnés ne l’affichent qu’une fois."
    ),
    "evenement-supprime": (
        "Un évènement annoncé ne s’efface pas : il reste dans les calendriers de ceux qui l’ont "
        "noté. Avec « statut: annulé », ils l’apprennent."
    ),
    "exemple-en-production": (
        "Les contenus marqués « exemple: oui » montrent à quoi sert le site ; le site public "
        "n’en montre pas, sauf réglage contraire."
    ),
    "exercice-hors-capsule": (
        "On répond à un exercice par écrit, et seules les pages des capsules donnent où écrire. "
        "Ailleurs, un encadré (admonition) fait l’affaire."
    ),
    "exergue-hors-du-texte": (
        "L’exergue répète en grand une phrase du texte, pour l’œil seul : qui écoute la page ne "
        "l’entend que dans le texte."
    ),
    "fausse-liste": (
        "Une liste commence chaque ligne par un tiret et une espace, ou par un nombre, un point et "
        "une espace. Les puces venues d’un autre logiciel ne sont ici que des signes."
    ),
    "faux-titre": (
        "Une ligne en gras ou en capitales n’est pas un intertitre : la table des matières, la "
        "recherche et les lecteurs d’écran ne la voient pas. Un intertitre commence par « ## »."
    ),
    "fiche-a-confirmer": (
        "Une fiche que personne ne relit finit par dire des choses fausses. On demande de "
        "temps en temps à la personne de la confirmer."
    ),
    "fiche-retiree": (
        "Cette personne a demandé que sa fiche disparaisse. La remettre demande son accord, "
        "et d’effacer la ligne de son retrait dans content/retires.yml."
    ),
    "fiche-sortie": (
        "Sans confirmation, une fiche quitte d’elle-même le site. Son fichier reste, et elle "
        "revient dès qu’elle est confirmée."
    ),
    "fichier-binaire": (
        "Un texte du site est un fichier de texte simple, pas un document de traitement de "
        "texte ni une image."
    ),
    "fichier-egare": (
        "Chaque fichier va dans le dossier de son genre ; ailleurs, il ne paraîtrait nulle part."
    ),
    "fichier-introuvable": (
        "Le fichier nommé n’existe pas dans le dossier content. Majuscules, accents et "
        "terminaison doivent être les mêmes."
    ),
    "fichier-trop-gros": "Un fichier trop lourd met longtemps à s’afficher chez les visiteurs.",
    "fichier-vide": "Un fichier vide ne fait pas une page.",
    "fin-autre-forme": (
        "Le début et la fin s’écrivent de la même façon : deux jours, deux instants ou deux mois."
    ),
    "fin-avant-debut": "La fin vient après le début.",
    "fin-lointaine": (
        "Un évènement qui dure plus d’un mois à heures dites, ou presque un an, a le plus "
        "souvent une faute dans l’année de sa fin. Dans une répétition, « fin » est celle de la "
        "première date, non de la dernière."
    ),
    "format-de-fichier": (
        "Les textes se terminent par .md ; les images et les documents vont dans leurs "
        "dossiers, aux formats admis."
    ),
    "fuseau": "Un fuseau horaire se nomme par un continent et une ville : Europe/Brussels.",
    "gras-ouvert": (
        "Des mots en gras s’écrivent entre deux paires d’astérisques, collées à eux : **ainsi**."
    ),
    "guillemet-non-ferme": "Une citation ouverte par « se referme par ».",
    "guillemet-ouvert": (
        "Une valeur qui commence par un guillemet droit finit par le même guillemet, et rien ne "
        "le suit."
    ),
    "guillemet-seul": (
        "Un guillemet droit est resté seul : "
        "la typographie ne peut pas deviner s’il ouvre ou s’il ferme."
    ),
    "heure": "Une heure s’écrit avec deux-points et deux chiffres de chaque côté : 09:30.",
    "heure-double": (
        "La nuit où les horloges reculent, une heure existe deux fois. Le site prend la "
        "première ; un lecteur, lui, ne sait pas laquelle."
    ),
    "heure-inexistante": (
        "La nuit où les horloges avancent, une heure n’existe pas : personne ne pourrait venir "
        "à ce moment-là. L’heure est celle du lieu, ou du champ « fuseau »."
    ),
    "heure-sans-fin": (
        "Sans heure de fin, les agendas montrent un instant sans durée, et le lecteur ne sait "
        "pas quand il sera libre."
    ),
    "historique-perdu": (
        "Le site lit dans l’historique de git depuis quand chaque évènement est annoncé. Un "
        "dépôt recommencé, réécrit ou déménagé n’en sait plus rien ; « cree_le » le dit alors."
    ),
    "historique-tronque": (
        "Le site lit l’historique de git pour dire aux calendriers ce qui a changé. Une copie "
        "partielle le tromperait."
    ),
    "horloge": (
        "Chaque enregistrement (git) porte l’heure de l’ordinateur qui l’a fait. Une horloge "
        "déréglée date mal ce qui a changé dans l’agenda ; le site s’en tient à l’ordre des "
        "enregistrements."
    ),
    "identifiant-en-double": (
        "Chaque évènement garde pour toujours un identifiant, le premier nom de son fichier : "
        "c’est à lui que les agendas abonnés le reconnaissent. Deux évènements ne peuvent pas "
        "partager le même."
    ),
    "illisible": "Les droits d’accès de ce fichier empêchent de le lire.",
    "image-active": (
        "Un dessin SVG peut contenir un programme ou appeler un autre site ; le site n’en "
        "publie pas de tels."
    ),
    "image-animee": (
        "Une image qui bouge sans qu’on puisse l’arrêter gêne la lecture : le site n’en garde que "
        "la première vue. Pour une séquence filmée, voyez le champ « video »."
    ),
    "image-illisible": "Le fichier ne contient pas l’image que son nom annonce.",
    "image-localisee": (
        "Un téléphone écrit souvent dans la photographie le lieu où elle a été prise : "
        "parfois un domicile."
    ),
    "image-mal-nommee": (
        "La terminaison du fichier dit son format ; un fichier mal nommé ne s’affiche pas partout."
    ),
    "image-sans-page": (
        "Une image se publie avec la page qui la montre. Celle-ci n’a pas de page : elle ne fait "
        "que peser dans le dossier."
    ),
    "image-sans-texte": (
        "Chaque image porte un texte qui dit ce qu’elle montre, pour qui ne la voit pas."
    ),
    "image-trop-grande": (
        "Une image de cette taille demande plus de mémoire qu’un ordinateur n’en a, et aucun écran "
        "n’en montre autant."
    ),
    "imbrication": (
        "Une ligne décalée de dizaines d’espaces, ou pleine de crochets, vient d’un copier-coller "
        "malheureux : l’ordinateur s’y perdrait."
    ),
    "indication-echue": (
        "Ce qui ne vaut que pour un temps (de nouvelles demandes, Qualiopi, une assurance, un "
        "mandat) quitte la page de lui-même une fois ce jour passé, et revient avec un nouveau "
        "jour."
    ),
    "indication-future": (
        "Un prix se date du jour où la personne l’a donné : qui lit la fiche sait alors s’il a pu "
        "changer."
    ),
    "inscription-apres-debut": "Les inscriptions ferment au plus tard quand l’évènement commence.",
    "inscription-pour": (
        "« pour » dit, quand il y a plusieurs dates, si « avant_le » ferme les inscriptions une "
        "fois pour tout le cycle, ou avant chaque date."
    ),
    "jour-absent": (
        "Le 29, le 30 ou le 31 n’est pas dans tous les mois, ni le 29 février dans toutes les "
        "années : une répétition passe ceux qui ne l’ont pas."
    ),
    "jour-de-semaine": "Le jour de la semaine n’est pas celui de la date : l’un des deux est faux.",
    "jour-du-mois": (
        "Un jour du mois s’écrit « 2e mardi », de « 1er » à « 4e », ou « dernier jeudi »."
    ),
    "lettres-abimees": (
        "Des lettres accentuées sont devenues deux signes (« Ã© » pour « é ») : le texte a été lu "
        "dans un autre codage que le sien avant d’être collé."
    ),
    "lien-a-l-envers": (
        "Un lien s’écrit [les mots](l’adresse) : les mots entre crochets, puis l’adresse entre "
        "parenthèses."
    ),
    "lien-casse": "La page visée n’existe pas, ou plus, sous ce nom.",
    "lien-coupe": (
        "Les mots d’un lien, entre crochets, et son adresse, entre parenthèses, se touchent."
    ),
    "lien-en-attente": (
        "Un brouillon, ou une actualité datée d’un jour à venir, n’a pas encore de page sur le "
        "site : d’ici là, un lien vers elle s’y réduit à ses mots."
    ),
    "lien-incomplet": (
        "Un lien vers une page du site s’écrit {filename}/dossier/nom.md, vers un fichier "
        "{static}/documents/nom.pdf, vers un autre site https://…"
    ),
    "lien-interne": (
        "Les liens internes commencent par {filename} (une page) ou {static} (un fichier)."
    ),
    "lien-non-rendu": (
        "« travaille_avec » engage deux personnes : le lien paraît sur les deux fiches quand "
        "chacune le dit, et sur aucune sinon."
    ),
    "lien-ouvert": (
        "Les crochets et les parenthèses d’un lien se referment : [les mots](l’adresse)."
    ),
    "lien-sans-mots": "Un lien se lit : les mots entre crochets disent où il mène.",
    "lien-symbolique": (
        "Un lien symbolique dépend de la machine où il a été créé ; le site ne le suit pas."
    ),
    "lien-trompeur": (
        "Un lien mène au site que l’on y lit. Dans une adresse, ce qui précède « @ » n’est pas le "
        "site ; et des lettres d’un autre alphabet imitent les nôtres : on croit ouvrir le site "
        "d’une banque, on en ouvre un autre."
    ),
    "lien-vague": (
        "Lus hors de leur phrase, par une synthèse vocale par exemple, les mots du lien doivent "
        "dire où il mène."
    ),
    "lien-vide": "L’adresse du lien manque entre les parenthèses.",
    "lieu-en-ligne": (
        "Un évènement en ligne n’a pas de lieu ; s’il se tient aussi sur place, son mode est « "
        "mixte »."
    ),
    "lieu-et-lieux": "Un évènement a un lieu, sous « lieu », ou plusieurs, tous sous « lieux ».",
    "ligature-oe": "Cœur, œuvre, sœur ou vœu s’écrivent avec un e dans l’o.",
    "ligne-incomprise": (
        "Chaque ligne de l’en-tête est un champ, ou une valeur décalée sous son champ."
    ),
    "lignes-reunies": (
        "Un simple retour à la ligne ne sépare rien : les lignes qui se suivent font un seul "
        "paragraphe. Une ligne vide les sépare ; deux espaces à la fin d’une ligne la coupent là."
    ),
    "liste-attendue": (
        "Ce champ prend plusieurs valeurs : entre crochets, ou une par ligne après un tiret."
    ),
    "liste-attente": (
        "La liste d’attente se montre là où c’est complet : à l’évènement entier, ou à une de "
        "ses dates."
    ),
    "liste-collee": (
        "En Markdown, une liste commence après une ligne vide ; sinon elle reste dans le "
        "paragraphe."
    ),
    "liste-imbriquee": "Une sous-liste est décalée de quatre espaces sous son élément.",
    "liste-ouverte": (
        "Une liste entre crochets se referme par un crochet sur la même ligne, et ses valeurs "
        "sont séparées par des virgules."
    ),
    "liste-vide": "Ce champ demande au moins une valeur.",
    "mise-en-forme": (
        "Les champs de l’en-tête sont du texte simple, repris dans les listes, les agendas et "
        "les moteurs de recherche."
    ),
    "mode-initial": (
        "« mode_initial » garde l’ancien mode quand il a changé ; il diffère donc du mode actuel."
    ),
    "mot-en-double": (
        "Un mot des visiteurs s’écrit une fois pour chaque public, thème, accompagnement ou page ; "
        "ni les accents, ni les majuscules, ni le pluriel n’en font un autre."
    ),
    "mot-pris-deux-fois": (
        "Un mot des visiteurs mène à un seul public, thème ou accompagnement, et à une seule page. "
        "S’il doit mener à plusieurs publics, thèmes ou accompagnements, chacun l’écrit sous "
        "« mots_partages », ce qui montre que c’est voulu."
    ),
    "mot-sans-lettre": "Un mot des visiteurs est ce que l’on tape : il a une lettre ou un chiffre.",
    "mot-sans-partage": (
        "Sous « mots_partages » viennent les mots qui mènent à plusieurs publics, thèmes ou "
        "accompagnements ; les autres viennent sous « mots »."
    ),
    "motif-sans-etat": (
        "Un motif dit pourquoi un évènement est annulé, reporté, déplacé ou à confirmer ; sans ce "
        "changement, il ne se voit nulle part."
    ),
    "mots-insecables": (
        "Une espace insécable, venue d’un copier-coller, colle deux mots l’un à l’autre en bout de "
        "ligne. Le site pose lui-même celles que demande la typographie."
    ),
    "nom-de-fichier": (
        "Le nom du fichier devient l’adresse de la page : minuscules sans accent, chiffres et "
        "traits d’union. Windows en refuse quelques-uns (con, aux, nul), et les très longs."
    ),
    "nom-reserve": (
        "Certaines adresses sont celles de pages que le site fait lui-même : dans l’agenda et les "
        "actualités, les années (2027) ; dans l’agenda encore, passe, programme, abonnement, "
        "categories, regions, series, praticiens ; dans l’annuaire, regions, pays, metiers, "
        "publics, themes, accompagnements, langues, a-distance, votre-selection ; à la racine, "
        "theme, images, documents, recherche, redaction, hors-ligne. Le fichier porte un autre nom."
    ),
    "nombre": "Un nombre s’écrit en chiffres, sans unité ni espace.",
    "noms-confondus": (
        "Sur beaucoup d’ordinateurs, les majuscules ne distinguent pas deux fichiers : l’un "
        "effacerait l’autre."
    ),
    "note": "Une note a un appel dans le texte, [^1], et une ligne à elle, « [^1]: … ».",
    "numero-en-double": (
        "Dans une série, chaque évènement a son numéro. Un évènement reporté garde son fichier "
        "et son numéro : on ne le recopie pas."
    ),
    "numero-sans-serie": "Un numéro compte les évènements d’une série : il faut dire laquelle.",
    "numeros-absents": (
        "Quand des numéros manquent dans une série, sa page le montre. Une phrase dans "
        "« lacunes », sous la série dans vocabulaire.yml, dit pourquoi ; sans elle, on soupçonne "
        "une faute."
    ),
    "oui-non": "Ce champ prend « oui » ou « non ».",
    "page-manquante": (
        "Cette page tient une place que rien d’autre ne peut tenir : accueil, liste ou page légale."
    ),
    "parution-a-venir": (
        "Une actualité datée d’un jour à venir attend ce jour : l’aperçu la montre, le site public "
        "non. « invoke prochain » dit quand le site sera à reconstruire."
    ),
    "pas-un-fichier": "À cette place, un fichier ordinaire est attendu.",
    "point-median": (
        "Dans « intervenant·e·s », le point est à mi-hauteur. Un point ordinaire finit une phrase "
        "ou sépare les parties d’une adresse web."
    ),
    "portrait-dans-un-texte": (
        "Une personne accepte que son portrait paraisse sur sa fiche, et il la quitte avec elle. "
        "Ailleurs, il resterait."
    ),
    "portrait-format": (
        "Un portrait est une photographie ou un dessin fixe : JPEG, PNG, WebP, AVIF ou SVG."
    ),
    "portrait-petit": (
        "Trop peu de points : le portrait sera flou sur les écrans fins et sur le papier."
    ),
    "portrait-range-ailleurs": (
        "Les portraits sont dans images/praticiens/, que le site ne publie qu’avec l’accord "
        "de chacun. Ailleurs, une image est publiée telle quelle."
    ),
    "portrait-sans-fiche": "Un portrait sans fiche n’a l’accord de personne ; il n’est pas publié.",
    "portrait-trop-grand": (
        "Un portrait de plusieurs millions de points met longtemps à s’afficher et ne se voit "
        "pas mieux."
    ),
    "prenom-absent": (
        "Presque tout le monde a un prénom et un nom. Qui n’a qu’un nom l’écrit dans « nom »."
    ),
    "prix": (
        "Un prix est un nombre ; 0 veut dire gratuit. La monnaie et les précisions ont leurs "
        "champs."
    ),
    "programme-autre-heure": (
        "Un programme dit des heures : une date qui commence à une autre heure que la première, "
        "ou qui finit plus tôt, a son programme à elle."
    ),
    "programme-hors-heures": "Le programme commence après le début, et finit avant la fin.",
    "programme-ordre": (
        "Les lignes d’un programme se suivent dans l’ordre des heures. Ce qui vient après minuit, "
        "ou un autre jour, le dit par « jour »."
    ),
    "programme-sans-jour": "Un programme par heure va avec un évènement dont le jour est connu.",
    "puce": "Une liste de l’en-tête s’écrit avec un tiret et une espace au début de chaque ligne.",
    "recurrence-changement": (
        "Une répétition peut changer d’heure, de jour ou de lieu à partir d’une date (« "
        "changements ») : chaque changement vient après le précédent, et avant la fin."
    ),
    "recurrence-deux-fins": (
        "Une répétition finit à une date ou après un nombre de fois, pas les deux."
    ),
    "recurrence-exception": "Une exception porte sur une date que la répétition prévoit.",
    "recurrence-jour": (
        "« jour » précise une répétition mensuelle, et la première date doit tomber ce jour-là."
    ),
    "recurrence-sans-date": "Une répétition garde au moins une date une fois les exceptions ôtées.",
    "recurrence-sans-fin": "Une répétition sans fin remplirait les agendas pour toujours.",
    "recurrence-sans-jour": "Une répétition part d’un jour précis.",
    "recurrence-trop-longue": (
        "Une répétition s’arrête après 500 dates. Le plus souvent, c’est l’année de « jusqu_au » "
        "qui est fausse."
    ),
    "redirection-perdue": (
        "Une redirection mène droit à une page qui existe, sans passer par une autre "
        "ancienne adresse."
    ),
    "redirections-illisibles": (
        "Le fichier redirections.yml dit où mènent les adresses de l’ancien site ; "
        "il s’enregistre en UTF-8."
    ),
    "reference-inconnue": (
        "Un fichier en désigne un autre par son nom, sans dossier ni terminaison ; celui-ci "
        "n’existe pas."
    ),
    "reponse-a-venir": "Une réponse porte le jour où la personne l’a écrite.",
    "reponse-cachee": (
        "Une réponse se lit sous sa page quand le dossier de celle-ci est au réglage REPONSES et "
        "qu’elle ne dit pas « reponses: non »."
    ),
    "reponse-coordonnees": (
        "Sous une page, personne ne laisse son adresse ni son numéro : les robots les recopient, "
        "et ils restent. Qui répond n’a donné que son nom et son texte à publier."
    ),
    "reponse-egaree": (
        "Les réponses à une page sont dans reponses/, puis le dossier de la page, puis son nom : "
        "c’est ainsi que l’on sait à quoi elles répondent."
    ),
    "reponse-en-double": "Un même message, reçu ou rangé deux fois, ne paraît qu’une fois.",
    "reponse-fil": (
        "« en_reponse_a » nomme une autre réponse à la même page, à laquelle celle-ci répond."
    ),
    "reponse-mise-en-forme": (
        "Une réponse est faite de paragraphes, de listes, de citations et de liens vers d’autres "
        "sites. Les titres et les images sont ceux de la page."
    ),
    "reponse-sans-page": (
        "Une réponse suit la page à laquelle elle répond : sans page, personne ne la lirait."
    ),
    "report-a-dater": (
        "« Reporté, nouvelle date à venir » est une promesse. Un mois après la date d’abord "
        "annoncée, on rappelle de la tenir, ou d’annuler."
    ),
    "retires-illisible": (
        "Le fichier content/retires.yml garde la trace des retraits, sans nom. Il s’écrit "
        "avec la commande « invoke retirer »."
    ),
    "revision-en-arriere": (
        "Un agenda abonné garde la révision la plus haute d’un évènement, et met de côté tout "
        "ce qui vient avec une plus basse. « revision » ajoute ce que l’historique ne compte "
        "plus."
    ),
    "sans-en-tete": "Chaque texte commence par un en-tête entre deux lignes « --- ».",
    "sans-historique": (
        "Le site lit l’historique de git pour dire aux calendriers ce qui a changé. Sans lui, il "
        "se construit quand même, avec un champ « revision » tenu à la main."
    ),
    "signe-d-ailleurs": (
        "Ce signe a un sens dans d’autres logiciels ; ici, il s’afficherait tel quel."
    ),
    "signe-non-imprimable": (
        "Les polices du livret imprimé ont les lettres latines, grecques et cyrilliques ; elles "
        "n’ont ni les émojis ni les écritures d’Asie. Les pages, elles, montrent tout."
    ),
    "signe-reserve": (
        "Certains signes ont un sens pour l’ordinateur au début d’une valeur. Entre guillemets "
        "droits, ils redeviennent du texte."
    ),
    "siret": (
        "Un SIRET a quatorze chiffres : le SIREN de l’entreprise (9), puis le numéro de "
        "l’établissement (5). Une clé, calculée d’après les autres chiffres, trahit presque toute "
        "erreur de frappe."
    ),
    "site-publie-inconnu": (
        "La vérification compare le contenu avec l’agenda du site publié. Sans lui, elle ne "
        "peut pas dire si une date annoncée a changé ou disparu."
    ),
    "sous-champs": "Ce champ contient d’autres champs, écrits sous lui et décalés de deux espaces.",
    "tableau": (
        "Un tableau sépare ses colonnes par des barres « | ». Sa deuxième ligne, « |---|---| », "
        "en fait un tableau, et une ligne vide le sépare du texte."
    ),
    "tabulation": (
        "Dans l’en-tête, seules des espaces décalent : une tabulation n’a pas de largeur sûre."
    ),
    "telephone": "Un numéro s’écrit avec l’indicatif du pays, pour être appelé de partout.",
    "texte-a-ecrire": (
        "« [à écrire] » garde la place d’un texte dans un fichier commencé par « invoke nouveau ». "
        "Un brouillon peut attendre ; une page publiée, non. « [à traduire] » garde celle d’une "
        "traduction commencée par « invoke traduire »."
    ),
    "texte-a-valider": (
        "« a_valider: oui » marque un texte proposé, par exemple un règlement, que l’association "
        "n’a pas encore approuvé. L’aperçu le montre ainsi ; le site public le refuse."
    ),
    "texte-decale": (
        "Une ligne qui commence par quatre espaces, ou par une tabulation, s’affiche telle quelle, "
        "comme du code : en lettres à chasse fixe, sans retour à la ligne."
    ),
    "texte-non-imprimable": (
        "Les métiers, les capsules et les programmes ont un PDF, fait de leur texte. Un tableau "
        "trop large pour une feuille, ou ce qui n’a pas de forme sur papier, l’en empêche ; la "
        "page, elle, paraît."
    ),
    "texte-trop-long": (
        "Ce texte paraît dans des listes et des résultats de recherche qui le couperaient."
    ),
    "titre-colle": (
        "Une espace sépare les dièses du titre. Sans elle, un mot-dièse en début de ligne "
        "deviendrait un titre."
    ),
    "titre-de-niveau-1": (
        "Le titre de la page vient du champ « titre » ; les titres du texte commencent à deux "
        "dièses."
    ),
    "titre-decale": ("Un titre du texte commence au bord gauche ; sinon les dièses s’affichent."),
    "titre-saute": (
        "Les titres descendent d’un niveau à la fois : qui parcourt la page par ses titres "
        "croirait avoir manqué quelque chose."
    ),
    "titre-souligne": (
        "En Markdown, une ligne de traits ou de signes égal juste sous un texte en fait un titre. "
        "Pour un trait de séparation, laissez une ligne vide avant."
    ),
    "titre-vide": "Un titre sans mots désoriente qui parcourt la page par ses titres.",
    "traduction-en-retard": (
        "Une traduction dit dans « traduit_du » de quel état du texte elle part : le jour de ce "
        "texte, ou l’empreinte que « invoke traduire » écrit. Quand le titre, le résumé ou le "
        "texte ont changé depuis, la traduction reste en ligne, et quelqu’un doit la relire. Le "
        "jour de la relecture dans « traduit_du », ou « invoke traduire … --relue », dit que "
        "c’est fait."
    ),
    "traduction-impossible": (
        "Se traduisent les actualités, les capsules, les métiers et les pages. Les dates d’un "
        "évènement et l’accord d’une personne ne se disent qu’à un endroit : leurs fichiers n’ont "
        "pas de traduction."
    ),
    "traduction-langue": (
        "Le nom d’une traduction finit par sa langue, en deux lettres : « contact.de.md » est "
        "« contact.md » en allemand."
    ),
    "traduction-sans-texte": (
        "Une traduction porte le nom du texte qu’elle traduit et se range à côté de lui."
    ),
    "trop-de-problemes": (
        "Au-delà d’un certain nombre, les problèmes d’un fichier ont souvent une seule cause : "
        "les premiers corrigés, les autres disparaissent."
    ),
    "valeur-en-double": "Dans une liste, chaque valeur s’écrit une seule fois.",
    "valeur-inconnue": (
        "Ce champ prend l’un des mots prévus. Les mots contrôlés se trouvent dans "
        "content/vocabulaire.yml, où l’on peut en ajouter."
    ),
    "valeur-seule": "Ce champ prend une seule valeur, sur la même ligne.",
    "video-sans-transcription": (
        "Qui n’entend pas, qui n’a pas de haut-parleur ou qui cherche un mot lit la transcription. "
        "Elle se range à la fin du texte, dans un bloc à déplier ou sous un intertitre qui "
        "commence par « Transcription »."
    ),
    "ville-dans-le-texte": (
        "La personne n’a pas accepté que sa ville paraisse ; si son texte la nomme, c’est "
        "peut-être par mégarde."
    ),
    "visio-sur-place": "Un lien de visioconférence va avec un évènement en ligne ou mixte.",
    "vocabulaire": "Sans la liste des mots contrôlés, aucune fiche ne peut être vérifiée.",
}

# What may be said as an advice on a text; its file can then ask not to hear it again.
ADVICE = frozenset(
    {
        "accent-capitale",
        "caractere-invisible",
        "champ-conseille",
        "citation",
        "code-postal-ville",
        "copie",
        "date-changee",
        "declaration-departement",
        "deplier",
        "document-en-double",
        "emoji-code",
        "evenement-en-double",
        "fausse-liste",
        "fiche-sortie",
        "fin-lointaine",
        "guillemet-non-ferme",
        "guillemet-seul",
        "heure-double",
        "heure-inexistante",
        "heure-sans-fin",
        "lien-en-attente",
        "lien-non-rendu",
        "lien-ouvert",
        "lien-trompeur",
        "ligature-oe",
        "lignes-reunies",
        "mots-insecables",
        "numeros-absents",
        "point-median",
        "prenom-absent",
        "reponse-cachee",
        "revision-en-arriere",
        "signe-non-imprimable",
        "tableau",
        "texte-decale",
        "texte-non-imprimable",
        "traduction-en-retard",
        "ville-dans-le-texte",
    }
)
