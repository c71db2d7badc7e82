/** Arabic texts of where something is known from; keys begin with `sources.`. */
export default {
  'sources.name.rook': 'موارد Rook',
  'sources.name.ceph-manager': 'مدير Ceph',
  'sources.name.prometheus': 'مقاييس Ceph',
  'sources.name.kubernetes': 'Kubernetes',
  'sources.name.longhorn': 'موارد Longhorn',
  'sources.name.talos': 'Talos',
  'sources.name.catalog': 'الفهرس',
  'sources.state.fresh': 'حديث',
  'sources.state.stale': 'قديم',
  'sources.state.unreachable': 'لا يجيب',
  'sources.state.forbidden': 'غير مسموح',
  'sources.state.not-configured': 'غير مضبوط',
  'sources.state.absent': 'لا شيء هناك',
  'sources.problem.kubernetes-not-configured':
    'لم تُضبط واجهة Kubernetes البرمجية للعنقود {{cluster}}، فلا يمكن قراءة Rook. أضف {{cluster}} مع serviceAccountToken تحت kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-token-refused':
    'رفضت واجهة Kubernetes البرمجية للعنقود {{cluster}} الرمز. ضع رمزًا صالحًا تحت kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-forbidden':
    'لا تسمح واجهة Kubernetes البرمجية للعنقود {{cluster}} للرمز بسرد {{what}}. امنح دوره get وlist عليها.',
  'sources.problem.kubernetes-not-found':
    'لا تعرف واجهة Kubernetes البرمجية للعنقود {{cluster}} ‏{{what}}. تحقق من العنوان تحت kubernetes.clusterLocatorMethods، ومن أنه مثبَّت هناك.',
  'sources.problem.kubernetes-redirected':
    'أجابت واجهة Kubernetes البرمجية للعنقود {{cluster}} بتحويل لا يُتَّبع. ضع العنوان النهائي تحت kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-not-the-api':
    'ما يجيب مكان واجهة Kubernetes البرمجية للعنقود {{cluster}} يرسل شيئًا آخر ({{what}}). تحقق من العنوان تحت kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-unavailable':
    'أجابت واجهة Kubernetes البرمجية للعنقود {{cluster}} بالحالة {{status}} ‏({{what}}). انظر في سجلها.',
  'sources.problem.kubernetes-unreachable':
    'لا يمكن بلوغ واجهة Kubernetes البرمجية للعنقود {{cluster}} ‏({{code}}). تحقق من أنها تعمل، ومن عنوانها تحت kubernetes.clusterLocatorMethods.',
  'sources.problem.kubernetes-slow':
    'لم تجب واجهة Kubernetes البرمجية للعنقود {{cluster}} في الوقت المناسب ({{what}}). تحقق من حِملها ومن الشبكة.',
  'sources.problem.kubernetes-too-large':
    'أرسلت واجهة Kubernetes البرمجية للعنقود {{cluster}} أكثر من {{limitMegabytes}} ميغابايت ({{what}})، وهو ما لا يُقرأ.',
  'sources.problem.kubernetes-malformed':
    'أرسلت واجهة Kubernetes البرمجية للعنقود {{cluster}} ما لا يُفهم ({{what}}): {{detail}}. تحقق من إصدارها.',
  'sources.problem.rook-not-installed':
    'لا تعرف واجهة Kubernetes البرمجية للعنقود {{cluster}} ‏{{what}}: ليس Rook مثبَّتًا هناك. ثبّته، أو احذف ceph من إعداد العنقود.',
  'sources.problem.rook-without-cluster':
    'لا يوجد CephCluster في {{namespace}} من {{cluster}}. صحّح ceph.namespace، أو احذف ceph من إعداد العنقود.',
  'sources.problem.operator-late':
    'مشغّل Rook متأخر: آخر مرة سأل فيها Ceph كانت {{time}}. انظر في النشر rook-ceph-operator وسجله.',
  'sources.problem.operator-silent':
    'لم يسأل مشغّل Rook ‏Ceph منذ {{time}}. انظر في النشر rook-ceph-operator وسجله.',
  'sources.problem.operator-never':
    'لم يسأل مشغّل Rook ‏Ceph بعد. انظر في النشر rook-ceph-operator وسجله.',
  'sources.problem.operator-ahead':
    'سأل مشغّل Rook ‏Ceph في {{time}}، وهو وقت لم يأتِ بعد. قارن ساعات أجهزة العنقود بساعة البوابة.',
  'sources.problem.operator-told-not-to-ask':
    'يأمر CephCluster ‏Rook بألّا يسأل Ceph عن حاله. فعّل spec.healthCheck.daemonHealth.status، أو اعتمد على ceph.manager.',
  'sources.problem.manager-login-refused':
    'رفض مدير Ceph على {{url}} تسجيل الدخول. تحقق من ceph.manager.username وكلمة المرور؛ فإن صحّا فقد أقفلت عشرة رفوض الحساب: فعّله بالأمر «ceph dashboard ac-user-enable». لا يُعاد المحاولة حتى تبدأ البوابة من جديد.',
  'sources.problem.manager-token-refused':
    'يرفض مدير Ceph على {{url}} الرمز الذي أعطاه. تحقق من ألّا تجيب خدمة أخرى على ceph.manager.url.',
  'sources.problem.manager-forbidden':
    'لا يسمح مدير Ceph على {{url}} للمستخدم بقراءة {{path}}. امنح دوره النطاقات monitor وosd وpool مع read.',
  'sources.problem.manager-not-active':
    'المدير على {{url}} احتياطي ويسمّي مديرًا آخر لا يُتَّبع. اجعل ceph.manager.url يقود إلى المدير النشط، كالخدمة rook-ceph-mgr-dashboard.',
  'sources.problem.manager-unreachable':
    'لا يمكن بلوغ مدير Ceph على {{url}} ‏({{code}}). تحقق من أن مديرًا يعمل، ومن ceph.manager.url.',
  'sources.problem.manager-slow':
    'لم يجب مدير Ceph على {{url}} في الوقت المناسب. تحقق من مراقبي Ceph ومن الشبكة.',
  'sources.problem.manager-unavailable':
    'أجاب مدير Ceph على {{url}} بالحالة {{status}}. انظر في سجل المدير النشط.',
  'sources.problem.manager-version':
    'لا يقدّم مدير Ceph على {{url}} ‏{{path}} بإصدار مفهوم. تحقق من أن Ceph هو Pacific أو أحدث.',
  'sources.problem.manager-too-large':
    'أرسل مدير Ceph على {{url}} أكثر من {{limitMegabytes}} ميغابايت، وهو ما لا يُقرأ. انزع النطاق manager من دور المستخدم.',
  'sources.problem.manager-incomplete':
    'أرسل مدير Ceph على {{url}} ‏{{got}} من {{total}} عنصرًا من {{path}}، فلا يُعرض أي منها. أبلغ عن ذلك مع إصدار Ceph.',
  'sources.problem.manager-not-the-api':
    'ما يجيب على {{url}} (الحالة {{status}}) ليس واجهة REST لمدير Ceph. تحقق من ceph.manager.url ومن بادئة مسار لوحة المعلومات.',
  'sources.problem.manager-malformed':
    'أرسل مدير Ceph على {{url}} جوابًا لا يُفهم: {{detail}}. تحقق من إصدار Ceph.',
  'sources.problem.manager-without-monitors':
    'يجيب مدير Ceph على {{url}} لكن مراقبيه لا يجيبون، فما يقوله قديم. تحقق من المراقبين ونصابهم.',
  'sources.problem.manager-foreign':
    'ما يجيب على {{url}} هو عنقود Ceph ‏{{fsid}}، لا عنقود {{cluster}}. صحّح ceph.manager.url.',
  'sources.problem.manager-scopes-missing':
    'يُسقط مدير Ceph ما لا يحق لدور المستخدم قراءته. امنحه read على النطاقات {{scopes}}.',
  'sources.problem.metrics-unavailable':
    'أجابت وحدة Prometheus لمدير Ceph على {{url}} بالحالة {{status}}. تحقق من ceph.metrics.url، ومن أن الوحدة مفعّلة.',
  'sources.problem.metrics-too-large':
    'أرسلت وحدة Prometheus لمدير Ceph على {{url}} أكثر من {{limitMegabytes}} ميغابايت، وهو ما لا يُقرأ. تحقق من ceph.metrics.url.',
  'sources.problem.metrics-empty':
    'لم ترسل وحدة Prometheus لمدير Ceph على {{url}} شيئًا، كما يفعل المدير الاحتياطي. اجعل ceph.metrics.url يقود إلى المدير النشط.',
  'sources.problem.metrics-not-of-ceph':
    'ما يجيب على {{url}} لا يرسل مقاييس Ceph. تحقق من ceph.metrics.url، ومن أن وحدة Prometheus للمدير مفعّلة.',
  'sources.problem.metrics-slow':
    'لم تجب وحدة Prometheus لمدير Ceph على {{url}} في الوقت المناسب. تحقق من المدير ومن الشبكة.',
  'sources.problem.metrics-unreachable':
    'لا يمكن بلوغ وحدة Prometheus لمدير Ceph على {{url}}. تحقق من ceph.metrics.url، ومن أن الوحدة مفعّلة.',
  'sources.problem.metrics-not-proven':
    'تبقى مقاييس مدير Ceph على حالها حين يغيب مراقبوه، ولا شيء يثبت الآن أنهم يجيبون. انظر ما يقال عن Rook وعن المدير.',
  'sources.problem.machines-none':
    'لا تعرف إضافة البوابة talos-nodes أي جهاز من {{cluster}} بعد. انظر في مصادرها هي.',
  'sources.problem.machines-not-told':
    'لم تذكر إضافة البوابة talos-nodes أي جهاز ({{detail}}). انظر في سجل البوابة.',
  'sources.problem.catalog-not-told':
    'لم يذكر الفهرس أي تطبيق ({{detail}}). انظر في سجل البوابة.',
  'sources.failing': 'ليس كل ما هنا حديثًا',
  'sources.failed': '{{source}}: {{state}}',
  'sources.failedSince': '{{source}}: {{state}} (لوحظ ذلك {{time}})',
  'sources.kept': 'كان المعروض صحيحًا {{time}}.',
  'sources.nothing': 'لا يُعرض منه شيء.',
  'sources.partial': 'لا يمكن معرفة كل شيء هنا',
  'sources.notConfigured': '{{source}}: غير مضبوط.',
  'sources.limited': '{{source}}:',
  'sources.noneNeeded': 'لم يلزم قراءة شيء',
  'sources.unread.not-configured': 'غير معروف: لا مصدر مضبوط يعرفه',
  'sources.unread.not-allowed': 'غير معروف: لا يُسمح للبوابة بقراءته',
  'sources.unread.not-reachable': 'غير معروف: المصدر لا يجيب',
  'sources.unread.stale': 'غير معروف: ما قُرئ قديم جدًا',
  'sources.unread.not-reported': 'غير معروف: المصدر لا يذكره',
  'sources.unread.too-early': 'غير معروف: الوقت مبكر للحكم',
};
