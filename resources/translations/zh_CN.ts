<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>inspector</name>
    <message>
        <location filename="../../inspector_app/demo/scenario.py"/>
        <source>The session works</source>
        <translation>会话正常</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenario.py"/>
        <source>Something about it is wrong</source>
        <translation>会话有些问题</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenario.py"/>
        <source>The session service refuses</source>
        <translation>会话服务拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenario.py"/>
        <source>Portal tokens</source>
        <translation>门户令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenario.py"/>
        <source>The gateway refuses or waits</source>
        <translation>网关拒绝或要求等待</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenario.py"/>
        <source>Something else answers</source>
        <translation>响应来自其他服务</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenario.py"/>
        <source>Unusual names and sizes</source>
        <translation>特殊的名称和大小</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid session</source>
        <translation>有效会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A user who signed in a while ago.</source>
        <translation>登录已有一段时间的用户。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid session, release 2.3 or later</source>
        <translation>有效会话，2.3 或更高版本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The newer form: status, single sign-on and domains are in the answer.</source>
        <translation>较新的格式：响应中含状态、单点登录和域。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>About to expire</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Less than three minutes are left of the session.</source>
        <translation>会话剩余不到三分钟。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Working in another organization</source>
        <translation>在其他组织中工作</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>An external user: the working organization is not the home organization.</source>
        <translation>外部用户：当前组织不是归属组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Sign-in half done</source>
        <translation>登录未完成</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The second step of the sign-in is missing: access is limited (status 0).</source>
        <translation>缺少登录的第二步：访问受限（status 0）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Account disabled</source>
        <translation>账号已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The session is alive, the account behind it is disabled.</source>
        <translation>会话仍在，但其账号已被禁用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Password must be changed</source>
        <translation>必须修改密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The account is marked: the user has to set a new password.</source>
        <translation>账号已被标记：用户必须设置新密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Password expired</source>
        <translation>密码已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The password ran out nine days ago.</source>
        <translation>密码在九天前过期。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Organization disabled</source>
        <translation>组织已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid by itself: only asking for more shows that the organization is disabled.</source>
        <translation>会话本身有效：进一步检查才能看出组织已禁用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Organization has quit</source>
        <translation>组织已退出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid by itself: only asking for more shows that the organization has quit.</source>
        <translation>会话本身有效：进一步检查才能看出组织已退出。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Not a member any more</source>
        <translation>已不是组织成员</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid by itself: the user&apos;s list of organizations lacks the working one.</source>
        <translation>会话本身有效：该用户的组织列表中没有当前组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Organization not approved</source>
        <translation>组织未获批准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid by itself: the working organization waits for its approval.</source>
        <translation>会话本身有效：当前组织正在等待批准。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Organization disapproved</source>
        <translation>组织未通过审批</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid by itself: the approval of the working organization was refused.</source>
        <translation>会话本身有效：当前组织未通过审批。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Organizations not found</source>
        <translation>未找到组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid; one of its organizations is not found, of the other it cannot be told.</source>
        <translation>会话有效，但一个组织未找到，另一个则无法判断。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Nothing more may be asked</source>
        <translation>不允许进一步检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid, but the calls about its organizations are not permitted (99403).</source>
        <translation>会话有效，但不允许调用组织相关接口（99403）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Clocks disagree</source>
        <translation>时钟不一致</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Accepted, but over by its times: the gateway’s clock is hours ahead.</source>
        <translation>已被接受，但按其时间已结束：网关时钟快了数小时。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Flags that contradict each other</source>
        <translation>标志互相矛盾</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The answer says success and failure at once.</source>
        <translation>响应同时表示成功和失败。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Not proven valid</source>
        <translation>未能证明会话有效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Accepted, but the account&apos;s state is a code that no documentation explains.</source>
        <translation>已被接受，但账号状态是文档未说明的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Token not valid (30401)</source>
        <translation>令牌无效（30401）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The code of the documentation 2.1 and 2.2: met in later releases too.</source>
        <translation>2.1 和 2.2 版文档中的代码：更高版本中也会出现。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Session not found (30404)</source>
        <translation>未找到会话（30404）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A session that is gone, by the code of the documentation 2.1 and 2.2.</source>
        <translation>已不存在的会话，使用 2.1 和 2.2 版文档中的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Token not valid (401)</source>
        <translation>令牌无效（401）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The code of the documentation 2.3 and later: met in earlier releases too.</source>
        <translation>2.3 及更高版文档中的代码：更早版本中也会出现。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Refused with a slip (401)</source>
        <translation>以笔误消息拒绝（401）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The documented message “Authenticated.” is a refusal, not a success.</source>
        <translation>文档中的消息“Authenticated.”表示拒绝，而不是成功。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Session not found (404)</source>
        <translation>未找到会话（404）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A session that is gone, by the code of the documentation 2.3 and later.</source>
        <translation>已不存在的会话，使用 2.3 及更高版文档中的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Organization not found (404)</source>
        <translation>未找到组织（404）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The refusal names the organization, not the session.</source>
        <translation>拒绝消息提到的是组织，而不是会话。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Call not permitted (99403)</source>
        <translation>调用未获许可（99403）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The user may not make this call; the session may be fine.</source>
        <translation>用户无权进行此调用；会话可能没有问题。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A refusal nobody documented</source>
        <translation>没有文档记载的拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A code that no documentation names, with its message.</source>
        <translation>任何文档都未提及的代码，附带消息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Valid portal token</source>
        <translation>有效的门户令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Applications of every kind: ask why one of them does not open.</source>
        <translation>包含各种应用：可检查某个应用打不开的原因。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Portal of an older release</source>
        <translation>较旧版本的应用门户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The gateway has no route of the newer release: the older one is asked.</source>
        <translation>网关没有较新版本的路由：改为请求较旧的路径。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Not signed in (31401)</source>
        <translation>未登录（31401）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The portal does not take the token: please log in first.</source>
        <translation>应用门户不接受该令牌：请先登录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Signed in elsewhere (31409)</source>
        <translation>在其他地方登录（31409）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Inferred from the common list: the account was signed in elsewhere.</source>
        <translation>根据通用代码表推断：账号在其他地方登录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Portal token expired (31410)</source>
        <translation>门户令牌已过期（31410）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Inferred from the common list: the token is over.</source>
        <translation>根据通用代码表推断：令牌已失效。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>No organization chosen (31512)</source>
        <translation>未选择组织（31512）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The user is signed in and has not chosen an organization yet.</source>
        <translation>用户已登录，但尚未选择组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Portal token over (88201)</source>
        <translation>门户令牌已失效（88201）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A code that public clients of the portal meet inside of HTTP 200.</source>
        <translation>应用门户的公开客户端在 HTTP 200 中遇到的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Denied by the portal (88203)</source>
        <translation>被应用门户拒绝（88203）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A code that public clients of the portal take for a denial.</source>
        <translation>应用门户的公开客户端视为拒绝的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Refused by the gateway (403)</source>
        <translation>被网关拒绝（403）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The gateway does not let this computer&apos;s IP address through.</source>
        <translation>网关不放行本机的 IP 地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Application refused (401)</source>
        <translation>应用被拒绝（401）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The gateway itself wants credentials of an application.</source>
        <translation>网关本身要求提供应用的凭据。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Signature refused (497)</source>
        <translation>签名被拒绝（497）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The application’s timestamp or signature is not taken.</source>
        <translation>应用的时间戳或签名未被接受。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>API not allowed (498)</source>
        <translation>无权使用 API（498）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The application may not use this API.</source>
        <translation>该应用无权使用此 API。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Too many calls (429)</source>
        <translation>请求过于频繁（429）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The gateway asks to wait for half a minute.</source>
        <translation>网关要求等待半分钟。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Gateway error (503)</source>
        <translation>网关错误（503）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The gateway is there, the service behind it is not.</source>
        <translation>网关可达，但其后的服务不可用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Slow gateway</source>
        <translation>网关响应缓慢</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The answer takes six seconds: time enough to cancel.</source>
        <translation>响应需要六秒：足够取消。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>No answer in time</source>
        <translation>响应超时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The gateway stays silent until the app gives up.</source>
        <translation>网关一直沉默，直到本程序放弃。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A proxy&apos;s page</source>
        <translation>代理返回的网页</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A web page with HTTP 200 in place of an answer from EnOS.</source>
        <translation>HTTP 200 的网页，而不是 EnOS 的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A proxy wants a login (407)</source>
        <translation>代理要求登录（407）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The call does not reach the gateway: the proxy on the way refuses it.</source>
        <translation>调用未到达网关：被中途的代理拒绝。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Answer of another call</source>
        <translation>其他调用的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>What EnOS says of an organization, where its session was asked for.</source>
        <translation>询问的是会话，EnOS 返回的却是组织信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Wrong address (404)</source>
        <translation>地址错误（404）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>A web server that knows nothing of EnOS.</source>
        <translation>与 EnOS 无关的 Web 服务器。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Sent elsewhere (302)</source>
        <translation>被重定向（302）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>The answer is a redirect to a sign-in page.</source>
        <translation>响应重定向到登录页面。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Answer cut short</source>
        <translation>响应被截断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>JSON that ends in the middle.</source>
        <translation>JSON 在中间断开。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Answer too large</source>
        <translation>响应过大</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>More than eight megabytes: reading stops there.</source>
        <translation>超过 8 MB：读取到此为止。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Long names</source>
        <translation>很长的名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Names and descriptions longer than any column is wide.</source>
        <translation>名称和描述超过任何一列的宽度。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>Chinese names</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>User and organizations with Chinese names.</source>
        <translation>用户和组织使用中文名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>100,000 organizations</source>
        <translation>100,000 个组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/demo/scenarios.py"/>
        <source>An external user in one hundred thousand organizations.</source>
        <translation>属于十万个组织的外部用户。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_page.py"/>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <location filename="../../inspector_app/desktop/guards/keyring_notices.py"/>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <location filename="../../inspector_app/desktop/history/note_dialog.py"/>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>More about this user</source>
        <translation>该用户的更多信息</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Inspect the tokens of a file…</source>
        <translation>检查文件中的令牌…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Watch the session…</source>
        <translation>监视会话…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Row, for a spreadsheet</source>
        <translation>整行（用于电子表格）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>JSON, with everything below</source>
        <translation>JSON（含所有下级）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Name of the field</source>
        <translation>字段名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>JSON Pointer</source>
        <translation>JSON Pointer</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>JSONPath</source>
        <translation>JSONPath</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Epoch seconds</source>
        <translation>Unix 时间戳（秒）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Epoch milliseconds</source>
        <translation>Unix 时间戳（毫秒）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Copy the session ID (whoever has it has the session)</source>
        <translation>复制会话 ID（持有者即拥有该会话）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>Markdown (GitHub)</source>
        <translation>Markdown (GitHub)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>Jira</source>
        <translation>Jira</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Copy the reply</source>
        <translation>复制回复</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_card.py"/>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <location filename="../../inspector_app/desktop/many/many_panel.py"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Open a saved answer…</source>
        <translation>打开已保存的响应…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show the last answer</source>
        <translation>显示上一个响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <location filename="../../inspector_app/desktop/history/history_view.py"/>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show the answer before</source>
        <translation>显示上一个响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show the answer after</source>
        <translation>显示下一个响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Compare with the answer before</source>
        <translation>与上一个响应比较</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Try the demo</source>
        <translation>体验演示</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Add an environment…</source>
        <translation>添加环境…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Edit this environment…</source>
        <translation>编辑此环境…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Delete this environment…</source>
        <translation>删除此环境…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Duplicate this environment…</source>
        <translation>复制此环境…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Order, import, export…</source>
        <translation>排序、导入、导出…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/desktop/answer/verdict_banner.py"/>
        <source>Forget the token</source>
        <translation>清除令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Kept tokens…</source>
        <translation>已保存的令牌…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Go to the token</source>
        <translation>转到令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Paste into the token field</source>
        <translation>粘贴到令牌输入框</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show or hide the token</source>
        <translation>显示或隐藏令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Choose an environment</source>
        <translation>选择环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Switch the environment by typing</source>
        <translation>输入名称切换环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Screen-share mode</source>
        <translation>屏幕共享模式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Safety…</source>
        <translation>安全设置…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Find the next match</source>
        <translation>查找下一个匹配项</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Find the match before</source>
        <translation>查找上一个匹配项</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show all of a row</source>
        <translation>显示整行内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show the tree</source>
        <translation>显示树形视图</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show the answer as text</source>
        <translation>显示响应文本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Show the request</source>
        <translation>显示请求</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Why an application does not open</source>
        <translation>应用打不开的原因</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Usual size of the text</source>
        <translation>恢复默认文字大小</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/desktop/main_window/help_dialog.py"/>
        <source>Keyboard and help</source>
        <translation>键盘与帮助</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>New window</source>
        <translation>新建窗口</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/actions.py"/>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>{action} ({keys})</source>
        <translation>{action}（{keys}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/answer_owner.py"/>
        <source>Copy report of {name}</source>
        <translation>复制 {name} 的报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/answer_owner.py"/>
        <source>Markdown (GitHub), report of {name}</source>
        <translation>Markdown（GitHub），{name} 的报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/answer_owner.py"/>
        <source>Jira, report of {name}</source>
        <translation>Jira，{name} 的报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/answer_pages.py"/>
        <source>There is no answer to show</source>
        <translation>没有可显示的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/answer_pages.py"/>
        <source>Your token is still in the field above.</source>
        <translation>令牌仍在上方的输入框中。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/applications_model.py"/>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/applications_model.py"/>
        <source>Identifier</source>
        <translation>标识</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/applications_model.py"/>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/applications_model.py"/>
        <source>Switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/applications_model.py"/>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>Access of this user</source>
        <translation>此用户的访问权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/applications_view.py"/>
        <source>The applications</source>
        <translation>应用列表</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/conditions_list.py"/>
        <source>Checked, in this order</source>
        <translation>按此顺序检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/copy_menu.py"/>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/detail_pane.py"/>
        <source>The whole value</source>
        <translation>完整的值</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/detail_pane.py"/>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/exchange_summary.py"/>
        <source>HTTP {status}</source>
        <translation>HTTP {status}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/exchange_summary.py"/>
        <source>{duration} ms</source>
        <translation>{duration} ms</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/exchange_summary.py"/>
        <source>sent without “Bearer”</source>
        <translation>发送时不带“Bearer”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/expected_organization_field.py"/>
        <source>Expected organization: ID or name</source>
        <translation>预期组织：ID 或名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/expected_organization_field.py"/>
        <source>Where the user should be working: compared with each answer.</source>
        <translation>用户应处的组织，与每次结果核对。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/expected_organization_field.py"/>
        <source>matches</source>
        <translation>相符</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/expected_organization_field.py"/>
        <source>differs</source>
        <translation>不符</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/find_field.py"/>
        <source>Find in fields, values, meanings, dates</source>
        <translation>在字段、值、含义、日期中查找</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/find_field.py"/>
        <source>Find in fields, values, meanings, dates (Ctrl+F)</source>
        <translation>在字段、值、含义、日期中查找（Ctrl+F）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/finder.py"/>
        <source>searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/finder.py"/>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/finder.py"/>
        <source>{number} of {count}…</source>
        <translation>{number} / {count}…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/finder.py"/>
        <source>{number} of {count} or more</source>
        <translation>{number} / 至少 {count}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/finder.py"/>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/findings_list.py"/>
        <location filename="../../inspector_app/desktop/answer/verdict_banner.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_card.py"/>
        <source>show</source>
        <translation>查看</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/findings_list.py"/>
        <source>Show in the tree: {finding}</source>
        <translation>在树形视图中查看：{finding}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/findings_list.py"/>
        <source>Show all {count} findings</source>
        <translation>显示全部 {count} 项发现</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/findings_list.py"/>
        <source>{count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/identity_line.py"/>
        <source>portal token</source>
        <translation>门户令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/identity_line.py"/>
        <source>User: {name}</source>
        <translation>用户：{name}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/identity_line.py"/>
        <source>Working organization: {name}</source>
        <translation>当前组织：{name}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/identity_line.py"/>
        <source>Fingerprint of the token: {text}</source>
        <translation>令牌指纹：{text}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <source>The answer as text</source>
        <translation>响应文本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_fields.py"/>
        <source>Writing the text…</source>
        <translation>正在生成文本…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <source>The text could not be written. The tree shows the answer.</source>
        <translation>无法生成文本。响应可在树形视图中查看。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <source>This is not JSON. It is shown as it came, credentials masked.</source>
        <translation>这不是 JSON。按原样显示，凭据已遮盖。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_json_view.py"/>
        <source>The first {shown} characters are shown; the rest is left out.</source>
        <translation>显示前 {shown} 个字符，其余省略。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <source>The answer has {bytes} bytes.</source>
        <translation>响应共 {bytes} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <source>Copy what is selected</source>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/json_view.py"/>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/note_field.py"/>
        <source>Ticket or note</source>
        <translation>工单号或备注</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/note_field.py"/>
        <source>Stands in the head of every report of this answer, as you write it.</source>
        <translation>按您填写的内容显示在此响应的每份报告开头。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/origin_bar.py"/>
        <source>This answer came from the environment “{name}” ({host})</source>
        <translation>此响应来自环境“{name}”（{host}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/origin_bar.py"/>
        <source>Another one is chosen above: what is inspected next goes there.</source>
        <translation>上方选择的是另一个环境：下次检查将发往那里。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/outline_model.py"/>
        <location filename="../../inspector_app/desktop/comparison/compared_model.py"/>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/outline_model.py"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/outline_model.py"/>
        <location filename="../../inspector_app/desktop/comparison/compared_model.py"/>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/outline_view.py"/>
        <source>The answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/page_switch.py"/>
        <source>How to look at the answer</source>
        <translation>响应的查看方式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/page_switch.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_fields.py"/>
        <source>Tree</source>
        <translation>树形视图</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/page_switch.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_fields.py"/>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/page_switch.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/page_switch.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/question_field.py"/>
        <source>Application that does not open: name, identifier or AccessKey</source>
        <translation>打不开的应用：名称、标识或 AccessKey</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/question_field.py"/>
        <source>Enter asks why the user cannot open it (Ctrl+4)</source>
        <translation>按 Enter 检查用户打不开它的原因（Ctrl+4）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/reply_panel.py"/>
        <source>Reply to the user</source>
        <translation>回复用户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/reply_panel.py"/>
        <source>your words, not sent anywhere</source>
        <translation>您自己的措辞，不会发送到任何地方</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/reply_panel.py"/>
        <source>Back to the proposal</source>
        <translation>恢复建议内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/reply_panel.py"/>
        <source>Reply in English</source>
        <translation>用英文回复</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/reply_panel.py"/>
        <source>Reply in Chinese</source>
        <translation>用中文回复</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/reply_panel.py"/>
        <location filename="../../inspector_app/report/formats/page_template.py"/>
        <source>en</source>
        <translation>zh-CN</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/request_view.py"/>
        <source>The request</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the path.</source>
        <translation>已复制路径。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the name of the field.</source>
        <translation>已复制字段名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the JSON Pointer.</source>
        <translation>已复制 JSON Pointer。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the JSONPath.</source>
        <translation>已复制 JSONPath。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the date and time.</source>
        <translation>已复制日期和时间。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the epoch seconds.</source>
        <translation>已复制 Unix 时间戳（秒）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the milliseconds.</source>
        <translation>已复制 Unix 时间戳（毫秒）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>This row has no value of its own. Copy it as JSON instead.</source>
        <translation>此行本身没有值。请复制为 JSON。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the value.</source>
        <translation>已复制值。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the row.</source>
        <translation>已复制该行。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied {count} rows.</source>
        <translation>已复制 {count} 行。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied as JSON.</source>
        <translation>已复制为 JSON。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Copied the session ID. Whoever has it has the user’s session.</source>
        <translation>已复制会话 ID。持有者即拥有该用户的会话。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/row_copier.py"/>
        <source>Select one row that holds a point in time.</source>
        <translation>请选择一个含时间点的行。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>Put it away</source>
        <translation>收起</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>The answer below belongs to {owner}</source>
        <translation>以下响应属于：{owner}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>Its credential was taken out at the lock. Press Enter to ask again with the kept token, or paste one.</source>
        <translation>其凭据已在锁定时移除。按 Enter 使用保存的令牌重新检查，或粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>Its credential was taken out at the lock and is not kept. Paste the token to ask again.</source>
        <translation>其凭据已在锁定时移除，且未保存。粘贴该令牌即可重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>The text above is being inspected: its answer replaces this one.</source>
        <translation>正在检查上方的文本：其响应将替换以下内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>The text that was inspected is not in the field above any more.</source>
        <translation>上方输入框中已不是所检查的文本。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>The text above has not been inspected yet. Answer the question first.</source>
        <translation>上方的文本尚未检查。请先回答问题。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/stale_strip.py"/>
        <source>The text above has not been inspected yet. Press Enter to inspect it.</source>
        <translation>上方的文本尚未检查。按 Enter 检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/steps_view.py"/>
        <location filename="../../inspector_app/desktop/export/report_layout.py"/>
        <location filename="../../inspector_app/report/formats/html_report.py"/>
        <source>Steps</source>
        <translation>处理步骤</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/steps_view.py"/>
        <source>More steps: {count}</source>
        <translation>还有 {count} 步</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/verdict_banner.py"/>
        <source>Show in the tree what the sentence rests on</source>
        <translation>在树形视图中查看这一结论的依据</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/verdict_banner.py"/>
        <source>Try in my other environments…</source>
        <translation>在我的其他环境中尝试…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/verdict_banner.py"/>
        <location filename="../../inspector_app/desktop/guards/keyring_notices.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/verdict_banner.py"/>
        <source>Check the address</source>
        <translation>检查地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/answer/verdict_banner.py"/>
        <source>Check the connection settings</source>
        <translation>检查连接设置</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/application.py"/>
        <source>No font with Chinese characters is installed, so this window speaks English. Install one, for example fonts-noto-cjk, and start again.</source>
        <translation>未安装含中文字符的字体，因此本窗口显示英文。请安装一种（例如 fonts-noto-cjk），然后重新启动。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/clipboard.py"/>
        <source>macOS could not be asked to keep the copy out of clipboard histories.</source>
        <translation>无法要求 macOS 不将该副本记入剪贴板历史。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/clipboard.py"/>
        <source>The clipboard could not be cleared. Copy something else to replace it.</source>
        <translation>无法清除剪贴板。请复制其他内容来替换它。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/aspect_table.py"/>
        <location filename="../../inspector_app/desktop/comparison/comparison_tree.py"/>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <location filename="../../inspector_app/report/comparison/comparison_page.py"/>
        <source>What matters</source>
        <translation>重要方面</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/aspect_table.py"/>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <location filename="../../inspector_app/report/comparison/comparison_page.py"/>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/aspect_table.py"/>
        <source>Same in both ({count})</source>
        <translation>两者相同（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/compared_model.py"/>
        <source>{a} and {b}</source>
        <translation>{a}和{b}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/compared_model.py"/>
        <source>changed</source>
        <translation>不同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/compared_model.py"/>
        <source>A: {value}</source>
        <translation>A：{value}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/compared_model.py"/>
        <source>B: {value}</source>
        <translation>B：{value}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_card.py"/>
        <source>Copy comparison</source>
        <translation>复制比较结果</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_card.py"/>
        <source>Copies use the same labels on both sides</source>
        <translation>复制内容在两侧使用相同的标签</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_card.py"/>
        <source>Show in the tree: {what}</source>
        <translation>在树形视图中查看：{what}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_card.py"/>
        <source>More differences: {count}</source>
        <translation>另有 {count} 项不同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_controller.py"/>
        <source>Open an answer first: the one that is shown is compared.</source>
        <translation>请先打开一个响应：比较的是显示的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_controller.py"/>
        <source>Two answers can be compared: inspect or open another one first.</source>
        <translation>需要两个响应才能比较：请先检查或打开另一个。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_controller.py"/>
        <location filename="../../inspector_app/desktop/file_opener.py"/>
        <source>Something in this app went wrong.</source>
        <translation>本程序出现错误。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_delivery.py"/>
        <source>With personal data</source>
        <translation>包含个人信息</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_delivery.py"/>
        <source>Copied the comparison.</source>
        <translation>已复制比较结果。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_delivery.py"/>
        <source>Saved “{name}”.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_fields.py"/>
        <source>Changed</source>
        <translation>不同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_fields.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_fields.py"/>
        <source>Changed ({count})</source>
        <translation>不同（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_fields.py"/>
        <source>All ({count})</source>
        <translation>全部（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_json_view.py"/>
        <source>The comparison as text</source>
        <translation>以文本显示的比较结果</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_page.py"/>
        <source>Swap A and B (Ctrl+Shift+X)</source>
        <translation>交换 A 和 B (Ctrl+Shift+X)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_page.py"/>
        <source>Close the comparison (Esc)</source>
        <translation>关闭比较（Esc）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_page.py"/>
        <source>Comparing: {count} fields…</source>
        <translation>正在比较：{count} 个字段…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_page.py"/>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/comparison_tree.py"/>
        <source>The fields of both answers</source>
        <translation>两个响应的字段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/kept_side.py"/>
        <source>Inspecting the token that is kept for {name}…</source>
        <translation>正在检查为 {name} 保存的令牌…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/kept_side.py"/>
        <source>The token that is kept for {name} cannot be used.</source>
        <translation>为 {name} 保存的令牌无法使用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <source>Aspect</source>
        <translation>方面</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <location filename="../../inspector_app/report/comparison/comparison_page.py"/>
        <source>Changed fields</source>
        <translation>不同的字段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/printable_comparison.py"/>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <location filename="../../inspector_app/report/comparison/comparison_page.py"/>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <source>not sent</source>
        <translation>未返回</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/side_button.py"/>
        <source>Side {side}: {answer}</source>
        <translation>{side} 侧：{answer}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/comparison/side_button.py"/>
        <source>Inspect the token kept for</source>
        <translation>检查已保存的令牌，环境：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/composition/reporting.py"/>
        <source>Copied the reply to the user.</source>
        <translation>已复制给用户的回复。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/call_confirmation.py"/>
        <source>Send the token to {name}, at {host}?</source>
        <translation>将令牌发送到 {name}（{host}）？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/call_confirmation.py"/>
        <source>Send to {name}</source>
        <translation>发送到 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/call_confirmation.py"/>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>Used for</source>
        <translation>用途</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>More about the user</source>
        <translation>用户的更多信息</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>When you ask for it</source>
        <translation>需要时再获取</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>With each inspection</source>
        <translation>每次检查时获取</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>Ask before each call</source>
        <translation>每次请求前询问</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>Used &amp;for</source>
        <translation>用途(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>&amp;More about user</source>
        <translation>用户的更多信息(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/choices_section.py"/>
        <source>As its name says: {tier}</source>
        <translation>按名称判断：{tier}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>none: only if the gateway asks for one</source>
        <translation>无：仅在网关要求时填写</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>only if it is in a file of its own</source>
        <translation>仅当密钥在单独的文件中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>Choose a client certificate</source>
        <translation>选择客户端证书</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>Choose the certificate’s key</source>
        <translation>选择证书的密钥</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>Cli&amp;ent certificate</source>
        <translation>客户端证书(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>It&amp;s key</source>
        <translation>证书私钥(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>Its passwo&amp;rd</source>
        <translation>证书密码(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <source>Certificates and keys (*.pem *.crt *.cer *.p12 *.pfx *.key)</source>
        <translation>证书和密钥 (*.pem *.crt *.cer *.p12 *.pfx *.key)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/client_certificate_fields.py"/>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <location filename="../../inspector_app/desktop/file_opener.py"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>none: the system&apos;s certificates are enough</source>
        <translation>无：系统的证书已足够</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>My own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>only if it asks for one</source>
        <translation>仅在代理要求时填写</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Always with “Bearer”</source>
        <translation>始终带“Bearer”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Always without “Bearer”</source>
        <translation>始终不带“Bearer”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Authorization</source>
        <translation>Authorization</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>only if the gateway asks for an application</source>
        <translation>仅在网关要求应用凭据时填写</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>leave empty to keep the one in the keyring</source>
        <translation>留空则保留密钥环中的内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>The gateway accepted the token without “Bearer” the last time.</source>
        <translation>网关上次接受了不带“Bearer”的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>The gateway accepted the token with “Bearer” the last time.</source>
        <translation>网关上次接受了带“Bearer”的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>&amp;Certificate file</source>
        <translation>证书文件(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Pr&amp;oxy address</source>
        <translation>代理地址(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Proxy &amp;user</source>
        <translation>代理用户(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Proxy pass&amp;word</source>
        <translation>代理密码(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Authorizat&amp;ion</source>
        <translation>Authorization(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Access&amp;Key</source>
        <translation>Access&amp;Key</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Secre&amp;tKey</source>
        <translation>Secre&amp;tKey</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Passwords and SecretKey are kept in your keyring.</source>
        <translation>密码和 SecretKey 保存在密钥环中。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Choose a certificate file</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_section.py"/>
        <source>Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c)</source>
        <translation>证书 (*.pem *.crt *.cer *.der *.p7b *.p7c)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/connection_tester.py"/>
        <location filename="../../inspector_app/desktop/main_window/error_messages.py"/>
        <source>Something in this app went wrong. Nothing was lost: try once more.</source>
        <translation>本程序出现错误。没有丢失任何内容：请再试一次。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/demo_host.py"/>
        <location filename="../../inspector_app/settings/environment_tier.py"/>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/demo_host.py"/>
        <source>Invented session: {title}</source>
        <translation>虚构会话：{title}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>knows this session</source>
        <translation>存在此会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>does not know it either</source>
        <translation>也不存在此会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>gave no answer about it</source>
        <translation>未给出有关此会话的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>Send this token to these hosts, too? Each is asked once.</source>
        <translation>是否也将此令牌发送到以下主机？每个主机只请求一次。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>Ask all of them ({count})</source>
        <translation>全部请求（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>{name}: {text}</source>
        <translation>{name}：{text}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>What the other environments say:</source>
        <translation>其他环境的响应：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <location filename="../../inspector_app/desktop/guards/crash_report_dialog.py"/>
        <location filename="../../inspector_app/desktop/main_window/help_dialog.py"/>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>is asked…</source>
        <translation>正在请求…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>Show the answer</source>
        <translation>显示响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/elsewhere_panel.py"/>
        <source>Show the answer of {name}</source>
        <translation>显示 {name} 的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_button.py"/>
        <source>No environment</source>
        <translation>没有环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_button.py"/>
        <source>{name} (set by your administrator)</source>
        <translation>{name}（由管理员设置）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_button.py"/>
        <source>Environment: {name}</source>
        <translation>环境：{name}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_button.py"/>
        <source>{name}: choose another environment, or add one</source>
        <translation>{name}：选择其他环境，或添加一个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_button.py"/>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_button.py"/>
        <source>Look at this environment…</source>
        <translation>查看此环境…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_button.py"/>
        <source>Set by your administrator: cannot be changed or deleted</source>
        <translation>由管理员设置：不能更改或删除</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>for example: Production</source>
        <translation>例如：生产环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <location filename="../../inspector_app/desktop/history/note_dialog.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>Gateway &amp;address</source>
        <translation>网关地址(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>Set by your administrator: only its secrets can be entered here.</source>
        <translation>由管理员设置：此处只能输入其凭据。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>Set by your administrator: it cannot be changed here.</source>
        <translation>由管理员设置：此处不能更改。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>Asking {address}…</source>
        <translation>正在请求 {address}…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_dialog.py"/>
        <source>Stop the test</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_editor.py"/>
        <source>Delete the environment</source>
        <translation>删除环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_editor.py"/>
        <source>Delete “{name}” and the token kept for it?</source>
        <translation>删除“{name}”及为其保存的令牌？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_editor.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_editor.py"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list.py"/>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>“Export” writes what is chosen, Ctrl+A chooses all; secrets stay here.</source>
        <translation>“导出”会写入所选环境，Ctrl+A 全选；凭据不会导出。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+Up）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+Down）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Duplicate…</source>
        <translation>复制环境…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_list_dialog.py"/>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_model.py"/>
        <source>{name}, in use, {address}</source>
        <translation>{name}，正在使用，{address}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_model.py"/>
        <source>{name}, {address}</source>
        <translation>{name}，{address}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_switcher.py"/>
        <source>Type a name or an address</source>
        <translation>输入名称或地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_switcher.py"/>
        <source>Find an environment</source>
        <translation>查找环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_switcher.py"/>
        <source>No environment has this in its name or address.</source>
        <translation>没有名称或地址包含此内容的环境。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <location filename="../../inspector_app/inspection/saved_answer_opening.py"/>
        <source>This file could not be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>已有同名文件，请另选名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <location filename="../../inspector_app/desktop/export/export_save_bar.py"/>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>Writing there is not permitted. Choose another folder or name.</source>
        <translation>没有写入权限。请选择其他文件夹或名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>Import environments</source>
        <translation>导入环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>Export environments</source>
        <translation>导出环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>Imported: {count}.</source>
        <translation>已导入：{count}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>There already: {count}.</source>
        <translation>已存在：{count}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>Not usable: {count}.</source>
        <translation>不可用：{count}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>Secrets and certificates are in no such file: enter them if needed.</source>
        <translation>此类文件不含凭据和证书：如有需要，请另行填写。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>Exported to {name}, without secrets.</source>
        <translation>已导出到 {name}，不含凭据。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_transfer.py"/>
        <source>Environments (*.json)</source>
        <translation>环境 (*.json)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>This looks like a token, and what is entered here is saved. Enter a token in the window.</source>
        <translation>这看起来像令牌，而此处输入的内容会被保存。请在主窗口中输入令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>Enter the SecretKey that belongs to this AccessKey.</source>
        <translation>请输入与此 AccessKey 对应的 SecretKey。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <location filename="../../inspector_app/settings/environment.py"/>
        <source>Give the environment a name.</source>
        <translation>请为环境命名。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>There is an environment of that name. Choose another.</source>
        <translation>已有同名的环境。请换一个名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>No certificates could be read from this file. Choose another one, or none.</source>
        <translation>无法从此文件读取证书。请选择其他文件，或不选文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>A user has no colon: the password goes below.</source>
        <translation>用户名不含冒号：密码填在下面。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>Enter the user that this password belongs to.</source>
        <translation>请输入此密码对应的用户。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>This cannot be a password.</source>
        <translation>这不能作为密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>Choose the certificate&apos;s file as well.</source>
        <translation>请同时选择证书文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>No certificate with its key could be read with this password. Choose another file.</source>
        <translation>使用此密码无法读取证书及其密钥。请选择其他文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>Enter the AccessKey as well.</source>
        <translation>请同时输入 AccessKey。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>An AccessKey has letters, digits and signs, no blanks.</source>
        <translation>AccessKey 由字母、数字和符号组成，不含空格。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/environment_validation.py"/>
        <source>A SecretKey has letters, digits and signs, no blanks.</source>
        <translation>SecretKey 由字母、数字和符号组成，不含空格。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/host_mismatch_prompt.py"/>
        <source>This was sent to {host}, not to “{name}”.</source>
        <translation>这是发往 {host} 的，不是发往“{name}”的。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/host_mismatch_prompt.py"/>
        <source>Inspect at {name} anyway</source>
        <translation>仍在“{name}”检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/host_mismatch_prompt.py"/>
        <source>{fact} Nothing has left this computer. Add {host} as an environment?</source>
        <translation>{fact}尚未发送任何内容。要将 {host} 添加为环境吗？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/host_mismatch_prompt.py"/>
        <source>Add {host}</source>
        <translation>添加 {host}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/host_mismatch_prompt.py"/>
        <source>{fact} Nothing has left this computer. That is your environment “{other}”.</source>
        <translation>{fact}尚未发送任何内容。它是您的环境“{other}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/host_mismatch_prompt.py"/>
        <source>Inspect at {name}</source>
        <translation>在“{name}”检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens.py"/>
        <source>Reading the keyring…</source>
        <translation>正在读取密钥环…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens.py"/>
        <source>Nothing was changed: open this list again.</source>
        <translation>未作任何更改：请重新打开此列表。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens.py"/>
        <location filename="../../inspector_app/vault/prompts.py"/>
        <source>Waiting for the keyring: it asks whether this app may use an entry.</source>
        <translation>正在等待密钥环：它询问是否允许本程序使用一个条目。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>SecretKey</source>
        <translation>SecretKey</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Proxy password</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Certificate password</source>
        <translation>证书密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Kept tokens</source>
        <translation>已保存的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Kept for</source>
        <translation>用于</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Kept since</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <location filename="../../inspector_app/desktop/guards/keyring_notices.py"/>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>More are kept than these {count}: forget some to see them.</source>
        <translation>保存的不止这 {count} 项：清除其中一些后可看到其余的。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>“Forget” deletes what is chosen, from keyring and memory.</source>
        <translation>“清除”会从密钥环和内存中删除所选内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>Nothing is kept.</source>
        <translation>没有保存任何内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>(gone)</source>
        <translation>（已不存在）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>(locked or damaged)</source>
        <translation>（已锁定或已损坏）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/kept_tokens_dialog.py"/>
        <source>this run only</source>
        <translation>仅本次运行</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/environments/production_marks.py"/>
        <source>{tier}, {host}</source>
        <translation>{tier}，{host}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_controller.py"/>
        <source>Export, report of {name}</source>
        <translation>导出 {name} 的报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_controller.py"/>
        <source>Your administrator has set that personal data is removed.</source>
        <translation>管理员已设置必须移除个人信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_controller.py"/>
        <source>Copied the report of {name}, without secrets and personal data.</source>
        <translation>已复制 {name} 的报告，不含凭据和个人信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_controller.py"/>
        <source>Copied the report, without secrets and personal data.</source>
        <translation>已复制报告，不含凭据和个人信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_controller.py"/>
        <source>No file manager could be started.</source>
        <translation>无法启动文件管理器。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_controller.py"/>
        <source>Copied, without secrets and personal data.</source>
        <translation>已复制，不含凭据和个人信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_controller.py"/>
        <source>Copied, without secrets.</source>
        <translation>已复制，不含凭据。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>Drag the file into a mail or a ticket.</source>
        <translation>可将文件拖入邮件或工单。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>It is being made…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>It could not be made. Choose another form.</source>
        <translation>无法生成。请选择其他格式。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>Exported to {file}, without secrets and personal data.</source>
        <translation>已导出到 {file}，不含凭据和个人信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_dialog.py"/>
        <source>Exported to {file}, without secrets.</source>
        <translation>已导出到 {file}，不含凭据。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>PDF, or on paper</source>
        <translation>PDF 或打印</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>Secrets and personal data</source>
        <translation>凭据和个人信息</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>Names, e-mail, phone and IDs become labels such as user#19c2. Right for tickets and chats.</source>
        <translation>姓名、邮箱、电话和 ID 替换为 user#19c2 这样的标签。适合工单和聊天。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>Secrets only</source>
        <translation>仅凭据</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>Names, addresses and IDs stay: only for those who may know this user.</source>
        <translation>姓名、地址和 ID 保持原样：只能给有权了解此用户的人。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>Form of the export</source>
        <translation>导出格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>What is removed</source>
        <translation>去除的内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_options_panel.py"/>
        <source>In screen-share mode an export never holds personal data: others see it here.</source>
        <translation>在屏幕共享模式下，导出内容不含个人信息：其他人能看到这里。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_preview.py"/>
        <source>Preview of what is shared</source>
        <translation>导出预览</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_preview.py"/>
        <source>What is shared, as a browser prints it: a web page of {bytes} bytes.</source>
        <translation>导出预览，与浏览器打印的效果相近：网页，{bytes} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_preview.py"/>
        <source>What is shared: one page, {bytes} bytes.</source>
        <translation>导出预览：一页，{bytes} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_preview.py"/>
        <source>What is shared: {count} pages, {bytes} bytes.</source>
        <translation>导出预览：{count} 页，{bytes} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_preview.py"/>
        <source>What is shared, all of it: {bytes} bytes.</source>
        <translation>导出预览，全部内容：{bytes} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_preview.py"/>
        <source>The beginning is shown. All of it, {bytes} bytes, leaves.</source>
        <translation>此处显示开头部分。发出的是全部 {bytes} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_save_bar.py"/>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_save_bar.py"/>
        <source>Choose another name…</source>
        <translation>另选名称…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_save_bar.py"/>
        <source>Save the export</source>
        <translation>保存导出内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/export_save_bar.py"/>
        <source>There is a file “{name}” already.</source>
        <translation>已有文件“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/file_drag_source.py"/>
        <source>Drag this file into a mail or a ticket. It is there until this window closes.</source>
        <translation>可将此文件拖入邮件或工单。窗口关闭前它一直存在。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/page_view.py"/>
        <source>The pages, as they are printed</source>
        <translation>打印时的页面</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/pdf_renderer.py"/>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <location filename="../../inspector_app/desktop/main_window/top_window.py"/>
        <location filename="../../inspector_app/desktop/startup/launch.py"/>
        <location filename="../../inspector_app/desktop/watch/notifier.py"/>
        <source>EnOS Session Inspector</source>
        <translation>EnOS Session Inspector</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/pdf_renderer.py"/>
        <source>{page} of {count}</source>
        <translation>{page} / {count}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/printable_report.py"/>
        <location filename="../../inspector_app/report/formats/html_report.py"/>
        <source>Also noticed</source>
        <translation>另请注意</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/report_printer.py"/>
        <source>No printer is set up on this computer. Save the PDF instead.</source>
        <translation>本机未设置打印机。请改为保存 PDF。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/report_printer.py"/>
        <source>Print the report</source>
        <translation>打印报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/report_printer.py"/>
        <source>The report could not be printed.</source>
        <translation>无法打印报告。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/export/report_printer.py"/>
        <source>The report was sent to the printer.</source>
        <translation>报告已发送到打印机。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/file_opener.py"/>
        <source>Open a saved answer</source>
        <translation>打开已保存的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/file_opener.py"/>
        <source>Answers and exports (*.json *.txt *.har *.http)</source>
        <translation>响应和导出文件 (*.json *.txt *.har *.http)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/file_opener.py"/>
        <source>Drop one file at a time: nothing was opened.</source>
        <translation>一次只能拖放一个文件：未打开任何文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/file_opener.py"/>
        <source>“{file}” was not opened. {why}</source>
        <translation>未打开“{file}”。{why}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/clipboard_status.py"/>
        <source>Clear now</source>
        <translation>立即清除</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/clipboard_status.py"/>
        <source>Clear the clipboard now</source>
        <translation>立即清除剪贴板</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/clipboard_status.py"/>
        <source>A credential is in the clipboard.</source>
        <translation>剪贴板中有凭据。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/clipboard_status.py"/>
        <source>A credential is in the clipboard for {seconds} s.</source>
        <translation>剪贴板中有凭据，{seconds} 秒后清除。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/crash_report_dialog.py"/>
        <source>What went wrong</source>
        <translation>出错信息</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/crash_report_dialog.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/crash_report_dialog.py"/>
        <source>Copy this report</source>
        <translation>复制此报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/keyring_notices.py"/>
        <source>Waiting for the keyring: it asks for its password or your consent.</source>
        <translation>正在等待密钥环：它要求输入密码或征得同意。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Safety</source>
        <translation>安全设置</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Clear a copied credential after</source>
        <translation>复制凭据后自动清除剪贴板</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Lock when nothing is touched for</source>
        <translation>无操作多久后锁定</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Never keep tokens in the keyring</source>
        <translation>不将令牌保存到密钥环</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Keep tokens whose session has ended</source>
        <translation>保留会话已结束的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Keep the history on this computer</source>
        <translation>在本机保留历史记录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>&amp;Clear a copied credential after</source>
        <translation>复制凭据后自动清除剪贴板(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>&amp;Lock when nothing is touched for</source>
        <translation>无操作多久后锁定(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Tokens are then forgotten when the app closes; kept ones are deleted now.</source>
        <translation>本程序关闭时令牌即被清除；已保存的令牌现在删除。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Otherwise a kept token is deleted at the estimated end of its session; each inspection estimates anew.</source>
        <translation>否则，已保存的令牌在会话估计到期时删除；每次检查都会重新估计。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Answers from now on, without tokens and personal data: at most 500, for 30 days, 50 MB. Otherwise they are deleted now, and gone at the end.</source>
        <translation>从现在起的响应，不含令牌和个人信息：最多 500 个，保留 30 天，50 MB。否则现有记录立即删除，退出后不再保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>Your administrator has set what cannot be changed here.</source>
        <translation>此处无法更改的项目由管理员设置。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>{count} seconds</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/safety_dialog.py"/>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_lock_monitor.py"/>
        <source>This app cannot hear when your screen is locked. It locks after this time, and with Ctrl+L.</source>
        <translation>本程序无法得知屏幕何时锁定。它在此时间后锁定，也可按 Ctrl+L 锁定。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_lock_monitor.py"/>
        <source>If your desktop tells the system that it locks the screen, this app locks too.</source>
        <translation>如果桌面在锁定屏幕时通知系统，本程序也会锁定。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_lock_monitor.py"/>
        <source>Locking the screen locks this app too.</source>
        <translation>锁定屏幕时，本程序也会锁定。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_share_mode.py"/>
        <source>Show everything again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_share_mode.py"/>
        <source>Screen-share mode: names, e-mail addresses, phone numbers and IDs are masked.</source>
        <translation>屏幕共享模式：姓名、邮箱地址、电话号码和 ID 已遮盖。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_share_mode.py"/>
        <source>This system cannot keep a window out of screen captures.</source>
        <translation>此系统无法将窗口排除在截屏之外。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_share_mode.py"/>
        <source>Windows leaves this window out of screen captures.</source>
        <translation>Windows 会将此窗口排除在截屏之外。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/screen_share_mode.py"/>
        <source>Windows did not agree to leave this window out of captures.</source>
        <translation>Windows 未同意将此窗口排除在截屏之外。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/secret_guards.py"/>
        <source>The last time, the app ended because of a fault.</source>
        <translation>上次本程序因故障而退出。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/secret_guards.py"/>
        <source>Something else went wrong.</source>
        <translation>又发生了其他错误。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/secret_guards.py"/>
        <source>Show the report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/secret_guards.py"/>
        <source>Something in this app went wrong. You can go on. If you report it, send this text: it names places in the program and no credential.</source>
        <translation>本程序出现错误。可以继续使用。如需报告，请发送以下文本：它只含程序中的位置，不含凭据。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/window_lock.py"/>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/window_lock.py"/>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/window_lock.py"/>
        <source>Nothing of the session is shown, and its credential is not held.</source>
        <translation>不再显示会话的任何内容，其凭据也不再保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/window_lock.py"/>
        <source>Paste a token to go on.</source>
        <translation>粘贴令牌以继续。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/guards/window_lock.py"/>
        <source>Press Enter to inspect the kept token again.</source>
        <translation>按 Enter 重新检查已保存的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/entry_texts.py"/>
        <source>no user was sent</source>
        <translation>未返回用户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/entry_texts.py"/>
        <source>{verdict}, {span} left</source>
        <translation>{verdict}，剩余 {span}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/entry_texts.py"/>
        <source>{verdict}, {span} left then</source>
        <translation>{verdict}，当时剩余 {span}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/entry_texts.py"/>
        <source>in the future</source>
        <translation>在将来</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/entry_texts.py"/>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/filter_field.py"/>
        <source>Filter: user, verdict, note</source>
        <translation>筛选：用户、结论、备注</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/filter_field.py"/>
        <source>Filter the history</source>
        <translation>筛选历史记录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_controller.py"/>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_controller.py"/>
        <source>Compare with the shown answer</source>
        <translation>与当前显示的响应比较</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_controller.py"/>
        <source>Remove from the history</source>
        <translation>从历史记录中移除</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_disk.py"/>
        <source>The history on this computer could not be read; a new one begins.</source>
        <translation>无法读取本机上的历史记录；将重新开始记录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_disk.py"/>
        <source>The history could not be written to disk.</source>
        <translation>无法将历史记录写入磁盘。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_disk.py"/>
        <source>The history could not be deleted: {file}</source>
        <translation>无法删除历史记录：{file}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_menu.py"/>
        <source>No answer yet</source>
        <translation>尚无响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_menu.py"/>
        <source>History: {count}</source>
        <translation>历史记录：{count}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>Remove all answers, those on disk too</source>
        <translation>移除所有响应，包括磁盘上的</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>No answer fits the filter.</source>
        <translation>没有符合筛选条件的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>Each answer of this run is kept here, without its token.</source>
        <translation>本次运行的每个响应都保留在此处，不含令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>For 30 days, no tokens</source>
        <translation>保留 30 天，不含令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/history_pane.py"/>
        <source>For this run, no tokens</source>
        <translation>仅本次运行，不含令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/note_dialog.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/note_dialog.py"/>
        <source>A ticket’s number, a few words. It stays in this window.</source>
        <translation>工单号或简短说明，仅保留在此窗口中。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/recall_strip.py"/>
        <source>Inspect again  (F5)</source>
        <translation>重新检查（F5）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/recall_strip.py"/>
        <source>As it was at {time}: in the future, by this computer’s clock.</source>
        <translation>这是 {time} 时的响应；按本机时钟，该时间在将来。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/recall_strip.py"/>
        <source>As it was less than a minute ago, at {time}.</source>
        <translation>这是不到 1 分钟前（{time}）的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/recall_strip.py"/>
        <source>As it was {age} ago, at {time}.</source>
        <translation>这是 {age}前（{time}）的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/recall_strip.py"/>
        <source>Of an earlier run: kept without its token and personal data.</source>
        <translation>来自之前的运行：保留时不含令牌和个人信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/recall_strip.py"/>
        <source>Its token is still in memory.</source>
        <translation>其令牌仍在内存中。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/history/recall_strip.py"/>
        <source>Its token is not in memory any more: paste it to ask again.</source>
        <translation>其令牌已不在内存中：请粘贴令牌后重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/error_messages.py"/>
        <source>Cancelled after {seconds} s. Nothing was changed.</source>
        <translation>已在 {seconds} 秒后取消。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/error_messages.py"/>
        <source>The keyring did not take the connection&apos;s secrets: they are kept for this run.</source>
        <translation>密钥环未接受连接的凭据：它们仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/error_messages.py"/>
        <source>The settings were not saved. {why}</source>
        <translation>设置未保存。{why}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/error_messages.py"/>
        <source>The demo could not start: no free port on this computer. Try again later.</source>
        <translation>无法启动演示：本机没有空闲端口。请稍后再试。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/file_drop.py"/>
        <source>Nothing was opened: this is no file of this computer.</source>
        <translation>未打开任何内容：这不是本机上的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/file_drop.py"/>
        <source>Drop the file here to open the answer that is saved in it</source>
        <translation>将文件拖放到这里，打开其中保存的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/help_dialog.py"/>
        <source>What this app cannot prevent: a token cannot be wiped from memory for certain, and another program that runs as you may be able to read that memory.</source>
        <translation>本程序无法防止的事：无法保证从内存中彻底清除令牌；以您的身份运行的其他程序可能可以读取该内存。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/help_dialog.py"/>
        <source>EnOS Session Inspector {version}</source>
        <translation>EnOS Session Inspector {version}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/help_dialog.py"/>
        <source>Choose the environment, paste the session token that the user sent, and press Enter. The sentence says what is wrong and what to do next; the tree shows the evidence. The app asks the gateway you chose, and nobody else. With Remember ticked, a token that worked is kept in your keyring until you forget it or its session&apos;s estimated end.</source>
        <translation>选择环境，粘贴用户发来的会话令牌，然后按 Enter。结论会说明问题所在和下一步做法；树形视图列出依据。本程序只询问您选择的网关，不联系其他任何地址。勾选“保存到系统密钥环”后，可用的令牌会保留在密钥环中，直到您将其清除或到了其会话估算的到期时间。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/macos_menu_bar.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/macos_menu_bar.py"/>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/macos_menu_bar.py"/>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/macos_menu_bar.py"/>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/macos_menu_bar.py"/>
        <source>Minimize</source>
        <translation>最小化</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/macos_menu_bar.py"/>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/macos_menu_bar.py"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Copy report as</source>
        <translation>报告复制为</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Language</source>
        <translation>语言（Language）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Form of a copied report</source>
        <translation>复制报告的格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Language (set by your administrator)</source>
        <translation>语言（由管理员设置）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>This computer’s time zone</source>
        <translation>本机的时区</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>From the next start on, this app speaks the system’s language.</source>
        <translation>下次启动时改用系统语言。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>From the next start on, this app speaks {language}.</source>
        <translation>下次启动时改用 {language}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Another zone… ({zone})</source>
        <translation>其他时区…（{zone}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_menu.py"/>
        <source>Another zone…</source>
        <translation>其他时区…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Why can’t this user work?</source>
        <translation>用户为什么无法工作？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Paste the session token that the user sent and press Enter.</source>
        <translation>粘贴用户发来的会话令牌，然后按 Enter。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Cancel  {seconds} s</source>
        <translation>取消  {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Cancel the inspection</source>
        <translation>取消检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Remember for this run</source>
        <translation>仅在本次运行中保留</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Remember in the keyring</source>
        <translation>保存到系统密钥环</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Token kept in: {place} ({which})</source>
        <translation>令牌保存在：{place}（{which}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Forget the token {which}</source>
        <translation>清除令牌 {which}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Enter inspects the kept token {which}; or paste another</source>
        <translation>按 Enter 检查已保存的令牌 {which}，或粘贴另一个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Paste the session token, or an Authorization header</source>
        <translation>粘贴会话令牌或 Authorization 头</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>Saved answer, not live: EnOS Session Inspector</source>
        <translation>已保存的响应，非实时：EnOS Session Inspector</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>{what}, not live: EnOS Session Inspector</source>
        <translation>{what}，非实时：EnOS Session Inspector</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/main_window.py"/>
        <source>{what}: EnOS Session Inspector</source>
        <translation>{what}：EnOS Session Inspector</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/masked_text_view.py"/>
        <source>Where it stands</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/policy_enforcement.py"/>
        <source>{action} (not allowed by your administrator)</source>
        <translation>{action}（管理员不允许）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/taken_note.py"/>
        <source>Choose another token</source>
        <translation>选择其他令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/taken_note.py"/>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>Inspect all…</source>
        <translation>全部检查…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/text_size.py"/>
        <source>Text size: {percent} %</source>
        <translation>文字大小：{percent}%</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <source>Times in another zone</source>
        <translation>使用其他时区</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <source>Part of its name, for example: Shanghai</source>
        <translation>名称的一部分，例如：Shanghai</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <source>Part of the zone’s name</source>
        <translation>时区名称的一部分</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <source>Time zones</source>
        <translation>时区</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <source>Reading the time zones…</source>
        <translation>正在读取时区…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <source>Use this zone</source>
        <translation>使用此时区</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/time_zone_dialog.py"/>
        <source>This computer has no list of time zones.</source>
        <translation>本机没有时区列表。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_panel.py"/>
        <source>Put the text away  (Esc)</source>
        <translation>移除此文本（Esc）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_panel.py"/>
        <source>Put the text away</source>
        <translation>移除此文本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>Inspect all ({count})…</source>
        <translation>全部检查（{count}）…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>perhaps cut off</source>
        <translation>可能不完整</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>another host</source>
        <translation>其他主机</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>another environment: {name}</source>
        <translation>其他环境：{name}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>Inspect {fingerprint}  (Enter)</source>
        <translation>检查 {fingerprint}（Enter）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>The text is not shown in screen-share mode.</source>
        <translation>屏幕共享模式下不显示此文本。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>Where it stands cannot be shown: the text had to be decoded.</source>
        <translation>无法显示所在位置：该文本须先解码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>Where it stands: every token in the text is masked.</source>
        <translation>所在位置：文本中的所有令牌均已遮盖。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>The text holds {count} different tokens or more. Which one?</source>
        <translation>此文本含有 {count} 个或更多不同的令牌。检查哪一个？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>The text holds {count} different tokens. Which one?</source>
        <translation>此文本中有 {count} 个不同的令牌。要检查哪一个？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>Nothing has been sent yet.</source>
        <translation>尚未发送任何内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>One that was sent to “{name}” is chosen.</source>
        <translation>已选中一个发往“{name}”的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>The newest is chosen.</source>
        <translation>已选中最新的一个。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_choice_prompt.py"/>
        <source>The first is chosen.</source>
        <translation>已选中第一个。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_field.py"/>
        <location filename="../../inspector_app/inspection/several_tokens.py"/>
        <source>Session token</source>
        <translation>会话令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_field.py"/>
        <source>Fingerprint {fingerprint}: the same token has the same.</source>
        <translation>指纹 {fingerprint}：相同的令牌指纹相同。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_field.py"/>
        <source>Hide the token</source>
        <translation>隐藏令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/main_window/token_field.py"/>
        <source>Show the token</source>
        <translation>显示令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/group_chips.py"/>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/group_chips.py"/>
        <location filename="../../inspector_app/desktop/theme/severity_icon.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/group_chips.py"/>
        <source>Cannot work</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/group_chips.py"/>
        <source>Not told</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/group_chips.py"/>
        <source>Which rows are shown</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/group_chips.py"/>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/group_chips.py"/>
        <source>Waiting {count}</source>
        <translation>等待中 {count}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>At once</source>
        <translation>并发数</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Requests at once</source>
        <translation>同时发出的请求数</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <location filename="../../inspector_app/desktop/many/many_controller.py"/>
        <source>Cancel the queue</source>
        <translation>取消队列</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Close the queue</source>
        <translation>关闭队列</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Go on  (Esc)</source>
        <translation>继续（Esc）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Pause  (Esc)</source>
        <translation>暂停（Esc）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Go on with the queue</source>
        <translation>继续队列</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Pause the queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_card.py"/>
        <source>Ask about the others ({count})</source>
        <translation>检查其余的（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>Asking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <location filename="../../inspector_app/session/comparison/field_groups.py"/>
        <location filename="../../inspector_app/session/diagnosis/step_model.py"/>
        <location filename="../../inspector_app/session/presentation/outline_builder.py"/>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>Working organization</source>
        <translation>当前组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <source>Estimated end</source>
        <translation>估算的到期时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_cells.py"/>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_controller.py"/>
        <source>A queue is running. Let it end, or cancel it first.</source>
        <translation>队列正在运行。请等待其结束，或先将其取消。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_controller.py"/>
        <source>In “{name}”, {address}.</source>
        <translation>环境“{name}”，{address}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_controller.py"/>
        <source>Cancel the queue? The answers that came stay in the table.</source>
        <translation>要取消队列吗？已收到的结果会保留在表格中。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_controller.py"/>
        <source>The queue: {progress}.</source>
        <translation>队列：{progress}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_controller.py"/>
        <source>Back to the queue</source>
        <translation>返回队列</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_controller.py"/>
        <source>There is no answer to open for this row.</source>
        <translation>此行没有可打开的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_export.py"/>
        <source>Spreadsheet (CSV)…</source>
        <translation>电子表格（CSV）…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_export.py"/>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_export.py"/>
        <source>With personal data: {form}</source>
        <translation>含个人信息：{form}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_export.py"/>
        <source>Copied rows: {count}, without secrets and personal data.</source>
        <translation>已复制 {count} 行，不含凭据和个人信息。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_export.py"/>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_files.py"/>
        <source>Reading this text took too long. Split it, and inspect the parts one by one.</source>
        <translation>读取此文本耗时过长。请拆分后逐份检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_opener.py"/>
        <source>Inspect the tokens of a file</source>
        <translation>检查文件中的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_opener.py"/>
        <source>Add the environment that the users work in first.</source>
        <translation>请先添加用户所在的环境。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_opener.py"/>
        <source>Looking for tokens…</source>
        <translation>正在查找令牌…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_opener.py"/>
        <source>inspected tokens</source>
        <translation>已检查的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_opener.py"/>
        <source>Something in this app went wrong. Nothing was inspected.</source>
        <translation>本程序出错。未进行任何检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_panel.py"/>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_panel.py"/>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_panel.py"/>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_panel.py"/>
        <source>Each verdict is of when its answer came; Enter opens it. Results are kept for this run only, tokens of a queue never in the keyring.</source>
        <translation>各结论以收到响应时为准；按 Enter 打开该响应。结果仅在本次运行中保留，队列中的令牌不会存入密钥环。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>{done} of {total} tokens inspected</source>
        <translation>已检查 {done}/{total} 个令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>Tokens without an answer: {count}.</source>
        <translation>没有结果的令牌：{count}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>All of them are done.</source>
        <translation>已全部完成。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>Paused; what was under way is waited for.</source>
        <translation>已暂停；会等待进行中的请求完成。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>The gateway asks for a pause, of which {span} are left.</source>
        <translation>网关要求暂停，还剩{span}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>One request at a time.</source>
        <translation>每次一个请求。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>{count} requests at a time.</source>
        <translation>同时 {count} 个请求。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_progress.py"/>
        <source>About {span} left.</source>
        <translation>约剩{span}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_table.py"/>
        <source>The tokens of the queue</source>
        <translation>队列中的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_table.py"/>
        <source>Open the answer</source>
        <translation>打开响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_table.py"/>
        <source>Copy these rows</source>
        <translation>复制这些行</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/many_table.py"/>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/many/verdict_strip.py"/>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/pasting/foreign_reader.py"/>
        <source>Nothing was taken: the program that this was dragged from does not answer. Drag it again, or copy and paste it.</source>
        <translation>未接收任何内容：拖放的来源程序没有响应。请重新拖放，或改用复制和粘贴。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/pasting/foreign_reader.py"/>
        <source>Nothing was taken: what was dropped is larger than 64 MiB.</source>
        <translation>未接收任何内容：拖放的内容超过 64 MiB。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/pasting/foreign_reader.py"/>
        <source>Nothing was taken: what was dropped could not be read.</source>
        <translation>未接收任何内容：无法读取拖放的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/pasting/foreign_reader.py"/>
        <source>Nothing was pasted: the program that the text comes from does not answer. Copy it again, there or from elsewhere.</source>
        <translation>未粘贴任何内容：文本来源程序没有响应。请在该程序或其他位置重新复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/pasting/foreign_reader.py"/>
        <source>Nothing was pasted: the text is larger than 64 MiB.</source>
        <translation>未粘贴任何内容：文本超过 64 MiB。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/pasting/foreign_reader.py"/>
        <source>Nothing was pasted: the clipboard could not be read.</source>
        <translation>未粘贴任何内容：无法读取剪贴板。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/pasting/paste_filter.py"/>
        <source>Nothing was pasted: the clipboard holds no text.</source>
        <translation>未粘贴任何内容：剪贴板中没有文本。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>Waiting for the text that was pasted…</source>
        <translation>正在等待粘贴的文本…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>The demo is starting.</source>
        <translation>演示正在启动。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>Add the environment that the user works in first; then press Enter again.</source>
        <translation>请先添加用户所在的环境，然后再按 Enter。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>Paste the session token that the user sent.</source>
        <translation>请粘贴用户发来的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>Nothing was inspected.</source>
        <translation>未进行检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>Asking the portal about the applications…</source>
        <translation>正在向应用门户检查应用…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>Asking about the user’s organizations…</source>
        <translation>正在检查该用户的组织…</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>There is no environment of that name.</source>
        <translation>没有该名称的环境。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>The demo answers so on purpose; its address is right.</source>
        <translation>演示故意这样应答；其地址没有问题。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>The token was forgotten: this run keeps it no more.</source>
        <translation>令牌已清除：本次运行不再保存它。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>The token was forgotten: it is kept nowhere now.</source>
        <translation>令牌已清除：现在任何地方都不再保存。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>No token is kept.</source>
        <translation>没有已保存的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>The token {which} is still kept in: {place}. Forget it as well?</source>
        <translation>令牌 {which} 仍保存在：{place}。是否一并清除？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/presenter.py"/>
        <source>Forget it</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/startup/fatal_start.py"/>
        <source>The library {name} is missing, without which no window can be opened. Install it.</source>
        <translation>缺少库 {name}，没有它就无法打开窗口。请安装。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/startup/fatal_start.py"/>
        <source>The display cannot be reached, so no window can be opened. Check DISPLAY or WAYLAND_DISPLAY, and whether this user may use it. See --help for --screenshot.</source>
        <translation>无法连接显示器，因此无法打开窗口。请检查 DISPLAY 或 WAYLAND_DISPLAY，以及当前用户是否有权使用。--screenshot 的用法见 --help。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/startup/launch.py"/>
        <source>There is no display to open a window on. See --help for --screenshot.</source>
        <translation>没有可以打开窗口的显示器。关于 --screenshot，请参见 --help。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/language.py"/>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/language.py"/>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/language.py"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/language.py"/>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/severity_icon.py"/>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/severity_icon.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/severity_icon.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/translation.py"/>
        <source>{before} {sentence}</source>
        <translation>{before}{sentence}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/theme/translation.py"/>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <location filename="../../inspector_app/report/formats/companion_lines.py"/>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/unattended/screenshot_run.py"/>
        <source>Saved a picture of the window as {file}</source>
        <translation>窗口图片已保存为 {file}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/unattended/screenshot_run.py"/>
        <source>Nothing could be inspected.</source>
        <translation>无法进行任何检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>Inspect a session first: a watch goes on from its answer.</source>
        <translation>请先检查一个会话：监视从其结果开始。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>The watched session: {news}</source>
        <translation>所监视的会话：{news}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>The watch of {fingerprint} is over.</source>
        <translation>对 {fingerprint} 的监视已结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>Next inspection in {span}.</source>
        <translation>{span}后再次检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>Watching {fingerprint}.</source>
        <translation>正在监视 {fingerprint}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>Nothing has changed yet.</source>
        <translation>尚无变化。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_controller.py"/>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>Something changes</source>
        <translation>发生变化</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>The session ends</source>
        <translation>会话结束</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>The account is enabled</source>
        <translation>账号启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>The working organization changes</source>
        <translation>当前组织改变</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>Watch the session</source>
        <translation>监视会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>Inspect every</source>
        <translation>检查间隔</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>Until</source>
        <translation>直到</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>The time is over</source>
        <translation>时间结束</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>For</source>
        <translation>时长</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>Seen so far: {sentence}.</source>
        <translation>目前观察到：{sentence}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>The watch also ends with the session and at a lock.</source>
        <translation>会话结束或锁定时，监视也会停止。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>Watch</source>
        <translation>监视</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_dialog.py"/>
        <source>For at most</source>
        <translation>最长时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_runner.py"/>
        <source>Something in this app went wrong. The watch ended.</source>
        <translation>本程序出错。监视已结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/watch/watch_runner.py"/>
        <source>The watch ended.</source>
        <translation>监视已结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/widgets/drop_down_button.py"/>
        <source>{name}: {choice}</source>
        <translation>{name}：{choice}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/widgets/notice_bar.py"/>
        <source>Put this notice away</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/widgets/secret_field.py"/>
        <source>filled in</source>
        <translation>已填写</translation>
    </message>
    <message>
        <location filename="../../inspector_app/desktop/widgets/secret_field.py"/>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>In the EnOS Management Console, click Help &gt; Environment Information at the top right and copy the address under API Gateway.</source>
        <translation>在 EnOS 管理控制台右上角点击“帮助 &gt; 环境信息”，复制“API 网关”下的地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>The token would travel unencrypted. http:// is allowed for this computer only.</source>
        <translation>令牌将以未加密方式传输。仅本机地址可使用 http://。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Enter the gateway&apos;s address.</source>
        <translation>请输入网关地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>This is too long for an address.</source>
        <translation>地址过长。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>This looks like a token. The address of the gateway belongs here.</source>
        <translation>这看起来像令牌。此处应填网关地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>There is a blank or an invisible character inside the address.</source>
        <translation>地址中有空格或不可见字符。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Leave out what follows the host: the path is added for you.</source>
        <translation>请去掉主机之后的部分：路径会自动添加。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Write the address as https:// and the host.</source>
        <translation>地址请写成 https:// 加主机。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>A gateway is reached by https://, not by {scheme}://.</source>
        <translation>网关通过 https:// 访问，而不是 {scheme}://。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>There is a backslash in the address. Use slashes.</source>
        <translation>地址中有反斜杠。请使用斜杠。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Leave out the question mark or number sign and all that follows it.</source>
        <translation>请去掉问号或井号及其后的所有内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Leave out the user name and the @ before the host.</source>
        <translation>请去掉主机前的用户名和 @。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>This IPv6 address is not complete: write it as [2001:db8::1].</source>
        <translation>此 IPv6 地址不完整：请写成 [2001:db8::1] 的形式。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Write an IPv6 address in brackets: [2001:db8::1].</source>
        <translation>IPv6 地址请写在方括号中：[2001:db8::1]。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>This is not an IPv6 address.</source>
        <translation>这不是 IPv6 地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Leave out the percent sign and the network card after the IPv6 address.</source>
        <translation>请去掉 IPv6 地址后的百分号和网卡名。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>The host is missing: write the address as https:// and the host.</source>
        <translation>缺少主机：地址请写成 https:// 加主机。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>This is not a host name. Check for letters and signs that do not belong.</source>
        <translation>这不是主机名。请检查是否有不该出现的字母和符号。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/address.py"/>
        <source>Write an IP address as four numbers from 0 to 255: 192.0.2.1.</source>
        <translation>IP 地址请写成四个 0 到 255 之间的数字：192.0.2.1。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/every_token.py"/>
        <source>This text is too long to look for tokens in it.</source>
        <translation>此文本过长，无法在其中查找令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/every_token.py"/>
        <source>There are more than {count} tokens in this text. Split it, and inspect the parts one by one.</source>
        <translation>此文本中的令牌超过 {count} 个。请拆分后逐份检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/found_token.py"/>
        <source>It holds more than one token; the latest was taken.</source>
        <translation>其中有多个令牌；已取最新的一个。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/known_tokens.py"/>
        <source>The token was cut: there is an ellipsis in it. Copy it again in full.</source>
        <translation>令牌被截断：其中有省略号。请重新完整复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/known_tokens.py"/>
        <source>The token was cut: a mark such as [truncated] says so. Copy it again in full.</source>
        <translation>令牌被截断：文本中有“[truncated]”一类的标记。请重新完整复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/known_tokens.py"/>
        <source>The token is covered by dots or stars. Copy it where it is shown in full.</source>
        <translation>令牌被圆点或星号遮盖。请在完整显示处复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/known_tokens.py"/>
        <source>The token is torn: it seems to go on behind a blank or a line break. Paste the token alone.</source>
        <translation>令牌不完整：它似乎在空格或换行之后还有内容。请仅粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/known_tokens.py"/>
        <source>The token is torn: the rest of it seems to stand further on. Copy it again in one piece.</source>
        <translation>令牌已断开：其余部分似乎在后面的其他位置。请完整地重新复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/known_tokens.py"/>
        <source>There are signs in the token that do not belong to it. Copy it again as plain text.</source>
        <translation>令牌中有不属于它的字符。请以纯文本重新复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/known_tokens.py"/>
        <source>No EnOS session ID seen so far has one of 0 1 I O i l o behind its prefix: was it typed, or read from a picture?</source>
        <translation>目前见过的 EnOS 会话 ID，其前缀之后都没有 0 1 I O i l o：它是手动输入的，还是从图片中识别的？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>Capital and small letters were changed in the token: EnOS tokens begin with IAM_S_ or APP_PORTAL_S_. Copy it again where it is as it was.</source>
        <translation>令牌的大小写被改动过：EnOS 令牌以 IAM_S_ 或 APP_PORTAL_S_ 开头。请从未改动的原处重新复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>The beginning of the token was misread: EnOS tokens begin with IAM_S_ or APP_PORTAL_S_. Copy it again where it is as it was.</source>
        <translation>令牌的开头识别有误：EnOS 令牌以 IAM_S_ 或 APP_PORTAL_S_ 开头。请从未改动的原处重新复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>Its letters are all capital or all small, which is unusual: was it changed on its way?</source>
        <translation>其中的字母全为大写或全为小写，并不常见：传递过程中是否被改动过？</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>This is an address, and there is no token in it. Paste the user&apos;s session token.</source>
        <translation>这是一个地址，其中没有令牌。请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>This is the ID of a user or an organization, not a token. Paste the user&apos;s session token.</source>
        <translation>这是用户或组织的 ID，不是令牌。请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>This is the name of a file. Open the file, and paste what is in it.</source>
        <translation>这是文件名。请打开该文件，并粘贴其中的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>There is a password here and no token. Delete it where it was sent: nobody needs it. Paste the user&apos;s session token.</source>
        <translation>此处只有密码，没有令牌。请在发送密码的地方将其删除，任何人都不需要它。请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/other_things.py"/>
        <source>These are the keys of an application, not of a user. Paste the user&apos;s session token.</source>
        <translation>这是应用的密钥，不属于用户。请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/parse_result.py"/>
        <source>This text is too long to look for a token in it. Paste only the lines around the token.</source>
        <translation>文本过长，无法在其中查找令牌。请只粘贴令牌附近的几行。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/parse_result.py"/>
        <source>It was for {host}.</source>
        <translation>它用于 {host}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/placeholders.py"/>
        <source>This is a placeholder. Paste the token that belongs in its place.</source>
        <translation>这是占位符。请粘贴应在此处的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/placeholders.py"/>
        <source>There is a program&apos;s word for no value (undefined, null, None) in the token&apos;s place: the program sent the call without a token. Sign in again and copy it anew.</source>
        <translation>令牌的位置上是程序表示“没有值”的词（undefined、null、None）：该程序发出调用时没有令牌。请重新登录后再复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/placeholders.py"/>
        <source>The token was removed: a program wrote a word such as REDACTED in its place. Copy it where it is shown in full.</source>
        <translation>令牌已被去掉：程序用 REDACTED 之类的词代替了它。请从完整显示它的位置复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/placeholders.py"/>
        <source>The cookie is deleted here: this is the answer to a sign-out, and there is no token in it. Copy it from a call before the sign-out.</source>
        <translation>此处的 Cookie 已被删除：这是登出的响应，其中没有令牌。请从登出之前的调用中复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>Authorization header</source>
        <translation>Authorization 头</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>cookie global_id</source>
        <translation>Cookie global_id</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>the browser&apos;s storage or a page&apos;s address</source>
        <translation>浏览器存储或页面地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>a value that is named as a session ID</source>
        <translation>名为会话 ID 的值</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>the session of an answer</source>
        <translation>响应中的会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>JSON text</source>
        <translation>JSON 文本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>HAR recording</source>
        <translation>HAR 记录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>cURL command</source>
        <translation>cURL 命令</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>wget command</source>
        <translation>wget 命令</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>HTTPie command</source>
        <translation>HTTPie 命令</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>program text</source>
        <translation>代码片段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <location filename="../../inspector_app/inspection/many_entries.py"/>
        <source>in the text</source>
        <translation>文本中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>{place}, sent to {host}</source>
        <translation>{place}，发往 {host}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>{place}, {time}</source>
        <translation>{place}，{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/places.py"/>
        <source>Line {line}: {place}</source>
        <translation>第 {line} 行：{place}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/commands.py"/>
        <source>Read the pasted cURL command.</source>
        <translation>已读取粘贴的 cURL 命令。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/commands.py"/>
        <source>Read the pasted wget command.</source>
        <translation>已读取粘贴的 wget 命令。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/commands.py"/>
        <source>Read the pasted HTTPie command.</source>
        <translation>已读取粘贴的 HTTPie 命令。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/commands.py"/>
        <source>There is no token in this command: neither Authorization nor global_id.</source>
        <translation>此命令中没有令牌：既无 Authorization，也无 global_id。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/free_text.py"/>
        <source>Took the token out of the text around it.</source>
        <translation>已从前后文字中提取令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/har.py"/>
        <source>Read the pasted HAR recording.</source>
        <translation>已读取粘贴的 HAR 记录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/har.py"/>
        <source>There is no token in this JSON text: a browser&apos;s recording without sensitive data leaves out Authorization and cookies. In its settings of the network page, allow HAR with sensitive data, and export it with that.</source>
        <translation>此 JSON 文本中没有令牌：浏览器导出的不含敏感数据的记录会去掉 Authorization 和 Cookie。请在“网络”页的设置中允许导出含敏感数据的 HAR，然后重新导出。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/headers.py"/>
        <source>Took the token from the Authorization header.</source>
        <translation>已从 Authorization 头提取令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/headers.py"/>
        <source>Took the token from the cookie global_id.</source>
        <translation>已从 Cookie global_id 提取令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/headers.py"/>
        <source>There is no cookie named global_id here, so there is no session token.</source>
        <translation>没有名为 global_id 的 Cookie，因此没有会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/headers.py"/>
        <source>This is an application&apos;s access token (apim-accesstoken). It identifies an application, not a user: paste the user&apos;s session token.</source>
        <translation>这是应用的访问令牌（apim-accesstoken）。它标识的是应用，而不是用户：请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/json_text.py"/>
        <source>Took the session ID from the pasted answer.</source>
        <translation>已从粘贴的响应中提取会话 ID。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/json_text.py"/>
        <source>Took the token out of the pasted JSON text.</source>
        <translation>已从粘贴的 JSON 文本提取令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/json_text.py"/>
        <source>There is no token in this JSON text.</source>
        <translation>此 JSON 文本中没有令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/json_text.py"/>
        <source>This is an answer of the token service. Its access token identifies an application, not a user: paste the user&apos;s session token.</source>
        <translation>这是令牌服务的响应。其中的访问令牌标识的是应用，而不是用户：请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/json_text.py"/>
        <source>This is an ID token: it names a person and opens no session.</source>
        <translation>这是 ID 令牌：它标识某个人，不能打开会话。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/source_code.py"/>
        <source>Read the pasted program text.</source>
        <translation>已识别粘贴的代码片段。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/source_code.py"/>
        <source>Took the token from the browser&apos;s storage or a page&apos;s address.</source>
        <translation>已从浏览器存储或页面地址提取令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/source_code.py"/>
        <source>Took the session ID that is named so.</source>
        <translation>已提取以会话 ID 命名的值。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/readers/source_code.py"/>
        <source>This is a refresh token: it fetches new tokens and is not the session&apos;s. Paste the access token or the session ID.</source>
        <translation>这是刷新令牌：它用于获取新令牌，不属于会话本身。请粘贴访问令牌或会话 ID。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/selection.py"/>
        <source>There is more than one token in this text: {count} different ones. Paste the one to inspect.</source>
        <translation>此文本中有多个令牌：共 {count} 个不同的令牌。请粘贴要检查的那一个。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/selection.py"/>
        <source>There are other tokens in this text; they were left out.</source>
        <translation>此文本中还有其他令牌，均未采用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_alone.py"/>
        <source>It has none of the forms of a token that are known.</source>
        <translation>其形式与任何已知的令牌都不相符。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>This is a user name and password (Basic), not a session token.</source>
        <translation>这是用户名和密码（Basic），不是会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>No token was found in this text. Paste the token alone.</source>
        <translation>此文本中没有令牌。请只粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Left out invisible characters.</source>
        <translation>已去掉不可见字符。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>Left out quotation marks.</source>
        <translation>已去掉引号。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>Left out the word Bearer.</source>
        <translation>已去掉前缀 Bearer。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Undid the percent-encoding.</source>
        <translation>已解码 URL 编码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>Left out the lines after the token.</source>
        <translation>已略去令牌之后的各行。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Joined the lines.</source>
        <translation>已合并换行。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>Left out the marks around the token.</source>
        <translation>已去掉令牌两侧的标记。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>Left out punctuation after the token.</source>
        <translation>已去掉令牌后的标点。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>There is nothing here. Paste the user&apos;s session token.</source>
        <translation>此处没有内容。请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>The Authorization header is for another system: it does not say Bearer. Paste the user&apos;s session token.</source>
        <translation>该 Authorization 请求头用于其他系统：其中没有 Bearer。请粘贴用户的会话令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>There is only the word Bearer. The token that follows it is missing.</source>
        <translation>只有前缀 Bearer。缺少其后的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>There is a curly quotation mark in the token. Copy it again as plain text.</source>
        <translation>令牌中有弯引号。请重新以纯文本复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>There is a quotation mark in the token. Paste the token alone.</source>
        <translation>令牌中有引号。请只粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>This is too long for a token: it may have {longest} characters.</source>
        <translation>令牌过长：最多 {longest} 个字符。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>There is a blank or a line break in the token. Paste the token alone.</source>
        <translation>令牌中有空格或换行。请只粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>There is a letter in the token that no token has. Copy it again as plain text.</source>
        <translation>令牌中有令牌不会含有的字符。请重新以纯文本复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/token_cleanup.py"/>
        <source>There is a control character in the token. Copy it again as plain text.</source>
        <translation>令牌中有控制字符。请重新以纯文本复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Left out the colours of a terminal.</source>
        <translation>已去掉终端颜色代码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Put a numbered dump together.</source>
        <translation>已还原带编号的转储内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Undid the encoding of a mail.</source>
        <translation>已还原邮件编码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Undid base64.</source>
        <translation>已解码 base64。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Undid HTML.</source>
        <translation>已还原 HTML 编码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Undid the escapes of a string.</source>
        <translation>已还原字符串转义。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Left out the marks of Markdown.</source>
        <translation>已去掉 Markdown 标记。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Undid curly quotation marks and dashes.</source>
        <translation>已还原弯引号和破折号。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/undoing/views.py"/>
        <source>Joined the pieces of a string.</source>
        <translation>已将字符串的各段拼接起来。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/value_check.py"/>
        <source>A part of this JWT is missing: it has three, with dots between them. Copy it again in full.</source>
        <translation>此 JWT 不完整：它应由三部分组成，以点号分隔。请重新完整复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/value_check.py"/>
        <source>This is only the beginning of a token. Copy it again in full.</source>
        <translation>这只是令牌的开头。请重新完整复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/pasted/value_check.py"/>
        <source>The token is hidden in base64 here. Copy it where it is shown as it is.</source>
        <translation>此处的令牌经过 base64 编码。请从显示原文的地方复制。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/proxies.py"/>
        <source>Leave out the user and the @: they have fields of their own.</source>
        <translation>请去掉用户和 @：它们有各自的输入框。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/proxies.py"/>
        <source>Write the proxy as http://, https:// or socks5://, a host and a port: {example}.</source>
        <translation>代理请写成 http://、https:// 或 socks5://、主机和端口：{example}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/token_text.py"/>
        <source>There is no token with the fingerprint {fingerprint} in this text.</source>
        <translation>此文本中没有指纹为 {fingerprint} 的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/gateway/token_text.py"/>
        <source>It is one of {count} tokens in this text.</source>
        <translation>它是此文本中 {count} 个令牌之一。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/companion_inspection.py"/>
        <source>The token is not at hand any more. Inspect it again.</source>
        <translation>令牌已不在手边。请重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_check.py"/>
        <source>It took {milliseconds} ms, without encryption.</source>
        <translation>用时 {milliseconds} 毫秒，未加密。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_check.py"/>
        <source>It took {milliseconds} ms, by {version}.</source>
        <translation>用时 {milliseconds} 毫秒，使用 {version}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_check.py"/>
        <source>The gateway answers as EnOS does and asks for a token, as it should.</source>
        <translation>网关的响应与 EnOS 一致，并按预期要求令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_setup.py"/>
        <source>The application&apos;s SecretKey could not be read. {why}</source>
        <translation>无法读取应用的 SecretKey。{why}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_setup.py"/>
        <source>The proxy&apos;s password could not be read. {why}</source>
        <translation>无法读取代理的密码。{why}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_setup.py"/>
        <source>The client certificate&apos;s password could not be read. {why}</source>
        <translation>无法读取客户端证书的密码。{why}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_setup.py"/>
        <source>Enter it again in the environment&apos;s settings, under Connection.</source>
        <translation>请在环境设置的“连接”下重新输入。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_setup.py"/>
        <source>The AccessKey in this environment&apos;s settings cannot be one.</source>
        <translation>此环境设置中的 AccessKey 不可能是有效的。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_setup.py"/>
        <source>Enter it again under Connection.</source>
        <translation>请在“连接”下重新输入。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/connection_setup.py"/>
        <source>The SecretKey of this environment&apos;s application is not in the keyring.</source>
        <translation>密钥环中没有此环境的应用的 SecretKey。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/history_entries.py"/>
        <source>This answer was too large to be kept.</source>
        <translation>此响应过大，未能保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many.py"/>
        <source>Something in this program went wrong with this token; the others go on.</source>
        <translation>本程序处理此令牌时出错；其余令牌继续检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many.py"/>
        <location filename="../../inspector_app/inspection/watch.py"/>
        <source>The gateway asks to wait for {span}. Go on then.</source>
        <translation>网关要求等待{span}。请届时再继续。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many.py"/>
        <source>The gateway goes on saying that it is asked too often. Go on later.</source>
        <translation>网关持续提示请求过于频繁。请稍后再继续。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many_entries.py"/>
        <source>There is no token in this text.</source>
        <translation>此文本中没有令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many_entries.py"/>
        <source>Line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many_entries.py"/>
        <source>This file is too long to look for tokens in it.</source>
        <translation>此文件过长，无法在其中查找令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many_entries.py"/>
        <source>The file with the tokens cannot be read. Check its name and its permissions.</source>
        <translation>无法读取含有令牌的文件。请检查其名称和权限。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many_inspection.py"/>
        <location filename="../../inspector_app/inspection/run_inspection.py"/>
        <source>No token was found in this text.</source>
        <translation>此文本中没有令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/many_inspection.py"/>
        <source>It was sent to another host, {host}: nothing was sent.</source>
        <translation>该令牌曾发送到另一主机 {host}：未发送任何内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/report_making.py"/>
        <source>Making this report took too long.</source>
        <translation>生成此报告用时过长。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/run_inspection.py"/>
        <source>Reading this text took too long. Paste the token alone.</source>
        <translation>读取此文本用时过长。请只粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/run_inspection.py"/>
        <source>No token is kept for this environment. Paste one.</source>
        <translation>此环境没有已保存的令牌。请粘贴一个。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/saved_answer_opening.py"/>
        <source>Reading this file took too long.</source>
        <translation>读取此文件用时过长。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/saved_answer_opening.py"/>
        <source>This file is not there any more.</source>
        <translation>此文件已不存在。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/saved_answer_opening.py"/>
        <source>This is a folder or a device, not a file.</source>
        <translation>这是文件夹或设备，不是文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/saved_answer_opening.py"/>
        <source>You may not read this file.</source>
        <translation>您无权读取此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/several_tokens.py"/>
        <source>Portal token</source>
        <translation>门户令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/several_tokens.py"/>
        <source>JSON Web Token</source>
        <translation>JSON Web Token（JWT 令牌）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/several_tokens.py"/>
        <source>Token of an unknown kind</source>
        <translation>未知类型的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/several_tokens.py"/>
        <source>{kind}, complete</source>
        <translation>{kind}，完整</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/several_tokens.py"/>
        <source>{kind}, perhaps cut off</source>
        <translation>{kind}，可能不完整</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/taken_token.py"/>
        <source>{kind} {fingerprint}.</source>
        <translation>{kind} {fingerprint}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/taken_token.py"/>
        <source>{kind} {fingerprint}, line {line}.</source>
        <translation>{kind} {fingerprint}，第 {line} 行。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch.py"/>
        <source>Each inspection may prolong the session: whether it counts as use is not documented.</source>
        <translation>每次检查都可能延长会话：文档未说明检查是否算作使用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch.py"/>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch.py"/>
        <source>There is nothing more to watch: the gateway does not take this session any more.</source>
        <translation>没有可继续监视的内容：网关已不再接受此会话。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch.py"/>
        <source>What was waited for is there.</source>
        <translation>等待的情况已出现。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch.py"/>
        <source>The time to watch is over.</source>
        <translation>监视时间已到。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>It is the session of another user now.</source>
        <translation>此会话现属于另一用户。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The password must be changed now.</source>
        <translation>现在必须更改密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The password need not be changed any more.</source>
        <translation>不再需要更改密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The account is enabled now.</source>
        <translation>账号现已启用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The account is disabled now.</source>
        <translation>账号现已禁用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The account’s state is another one now.</source>
        <translation>账号状态已改变。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The user works in another organization now.</source>
        <translation>用户当前处于另一组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The home organization is another one now.</source>
        <translation>归属组织已改变。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The session’s access is limited now.</source>
        <translation>会话的访问现已受限。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The session’s access is not limited any more.</source>
        <translation>会话的访问不再受限。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The session’s lifetime is another one now.</source>
        <translation>会话有效期已改变。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/inspection/watch_changes.py"/>
        <source>The session’s creation time is another one now.</source>
        <translation>会话创建时间已改变。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <source>What matters:</source>
        <translation>重要方面：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <source>Changed fields:</source>
        <translation>不同的字段：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <source>{what}: A {a}, B {b}</source>
        <translation>{what}：A {a}，B {b}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <source>The same in both: {what}</source>
        <translation>两者相同：{what}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <source>{side}: {facts}</source>
        <translation>{side}：{facts}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <source>Secrets and personal data are removed; both sides have the same labels.</source>
        <translation>已移除凭据和个人信息；两侧使用相同的标签。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Secrets are removed; personal data is not.</source>
        <translation>凭据已去除；个人信息未去除。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/comparison/comparison_content.py"/>
        <source>Compared {time} with EnOS Session Inspector {version}. {removed}</source>
        <translation>由 EnOS Session Inspector {version} 于 {time} 比较。{removed}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/credential_scan.py"/>
        <source>A credential was still in what was to leave the app, so nothing was handed out. Copy single values instead.</source>
        <translation>待导出内容中仍有凭据，未导出。请改为复制单个值。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>web</source>
        <translation>网页</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>mobile</source>
        <translation>移动端</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>Menus ({count})</source>
        <translation>菜单（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>Permissions ({count})</source>
        <translation>权限（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <source>{state} ({note})</source>
        <translation>{state}（{note}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <source>and more</source>
        <translation>以及更多</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <source>switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <source>perhaps switched on</source>
        <translation>可能已启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/application_lines.py"/>
        <source>perhaps switched off</source>
        <translation>可能已停用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/companion_lines.py"/>
        <source>State of the working one</source>
        <translation>当前组织的状态</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/companion_lines.py"/>
        <source>State of the home one</source>
        <translation>归属组织的状态</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/companion_lines.py"/>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Organizations of the user</source>
        <translation>该用户的组织数</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/companion_lines.py"/>
        <source>State of the organization</source>
        <translation>组织状态</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/companion_lines.py"/>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>unknown ({value})</source>
        <translation>未知（{value}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/html_report.py"/>
        <source>The session’s life; its times are {zone}.</source>
        <translation>会话的生命周期；时间为 {zone}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Steps:</source>
        <translation>处理步骤：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Also noticed:</source>
        <translation>另请注意：</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <location filename="../../inspector_app/session/comparison/field_groups.py"/>
        <location filename="../../inspector_app/session/presentation/outline_builder.py"/>
        <source>Organizations</source>
        <translation>组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <location filename="../../inspector_app/session/comparison/field_groups.py"/>
        <location filename="../../inspector_app/session/presentation/outline_builder.py"/>
        <source>Timing</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Ticket or note: {note}</source>
        <translation>工单号或备注：{note}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Secrets and personal data are removed.</source>
        <translation>凭据和个人信息已去除。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Judged as of {time} by EnOS Session Inspector {version}. {removed}</source>
        <translation>由 EnOS Session Inspector {version} 按 {time} 的情况判断。{removed}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_content.py"/>
        <source>Made {time} with EnOS Session Inspector {version}. {removed}</source>
        <translation>{time} 由 EnOS Session Inspector {version} 生成。{removed}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>Web page (HTML)</source>
        <translation>网页（HTML）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>Spreadsheet (CSV)</source>
        <translation>电子表格（CSV）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>cURL command (bash)</source>
        <translation>cURL 命令（bash）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>cURL command (Windows cmd)</source>
        <translation>cURL 命令（Windows cmd）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/report_format.py"/>
        <source>cURL command (PowerShell)</source>
        <translation>cURL 命令（PowerShell）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{words}, by the gateway’s clock</source>
        <translation>{words}（网关时钟）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{words} or before, by the date of the file</source>
        <translation>{words} 或更早（按文件日期）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{method} {url}</source>
        <translation>{method} {url}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Tried</source>
        <translation>尝试时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Answered</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>Answered by</source>
        <translation>应答方</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>Rate limit</source>
        <translation>调用频率限制</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>Gateway clock</source>
        <translation>网关时钟</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>fingerprint {fingerprint}</source>
        <translation>指纹 {fingerprint}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{name} ({host})</source>
        <translation>{name} ({host})</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{time}, for {count} ms</source>
        <translation>{time}，持续 {count} ms</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{words}, failed at: {phase}</source>
        <translation>{words}，失败阶段：{phase}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{time}, HTTP {status}</source>
        <translation>{time}，HTTP {status}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{words} after {count} ms</source>
        <translation>{words}，耗时 {count} ms</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{phase} {time}</source>
        <translation>{phase} {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>{words}, {more}</source>
        <translation>{words}，{more}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>through the proxy {proxy}</source>
        <translation>经由代理 {proxy}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>without a proxy, as the system&apos;s proxy script is not run</source>
        <translation>不经代理，因为不运行系统的代理脚本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>without a proxy</source>
        <translation>不经代理</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>not encrypted, {way}</source>
        <translation>未加密，{way}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{tls}, {way}</source>
        <translation>{tls}，{way}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{way}, trusting {store}</source>
        <translation>{way}，信任 {store}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>of {subject}, issued by {issuer}, valid until {date}</source>
        <translation>{subject}，由 {issuer} 颁发，有效期至 {date}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{time}, {span} s ahead of this computer’s, give or take {uncertainty} s</source>
        <translation>{time}，比本机快 {span} 秒，误差 {uncertainty} 秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>{time}, {span} s behind this computer’s, give or take {uncertainty} s</source>
        <translation>{time}，比本机慢 {span} 秒，误差 {uncertainty} 秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>the token was not sent: the application was refused first</source>
        <translation>令牌未发送：应用先被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>sent as a bearer token</source>
        <translation>作为 Bearer 令牌发送</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/request_lines.py"/>
        <source>sent as the bare token, without “Bearer”</source>
        <translation>只发送令牌，不带“Bearer”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>Works in</source>
        <translation>当前组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>Home</source>
        <translation>归属组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>External user in (inferred)</source>
        <translation>外部用户所在组织（推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>Refreshed</source>
        <translation>刷新时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Ends (estimated)</source>
        <translation>到期（估计）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>Ends if the lifetime is fixed</source>
        <translation>到期（若时长固定）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>Password expires</source>
        <translation>密码过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>{utc} ({local})</source>
        <translation>{utc} ({local})</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>{name} ({id})</source>
        <translation>{name} ({id})</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/formats/session_lines.py"/>
        <source>{words} and {count} more</source>
        <translation>{words} 等，另有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/answer_search.py"/>
        <source>Other heads stood before it (HTTP {statuses}): the last answer is the one shown.</source>
        <translation>此前还有其他响应头（HTTP {statuses}）：显示的是最后一个响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/answer_search.py"/>
        <source>Text before or behind it was left out.</source>
        <translation>已略去其前后的其他文本。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/answer_search.py"/>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This file is cut off: its JSON ends in the middle.</source>
        <translation>此文件被截断：其 JSON 在中间断开。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/content_decoding.py"/>
        <source>What is packed in this file is too large: more than {limit} MiB.</source>
        <translation>此文件解压后的内容过大：超过 {limit} MiB。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/content_decoding.py"/>
        <source>The body in this file is cut off: save the whole answer again.</source>
        <translation>此文件中的正文不完整：请重新保存完整的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/content_decoding.py"/>
        <source>The compressed body in this file is damaged. Save the answer uncompressed, with “curl --compressed” or “Copy response”.</source>
        <translation>此文件中压缩的正文已损坏。请用“curl --compressed”或“Copy response”保存未压缩的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/content_decoding.py"/>
        <source>The body in this file is compressed with {name}, which this app does not unpack. Save the answer uncompressed, with “curl --compressed” or “Copy response”.</source>
        <translation>此文件中的正文用 {name} 压缩，本程序无法解压。请用“curl --compressed”或“Copy response”保存未压缩的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/export_parser.py"/>
        <source>This export is of version {version}, which a newer release of this app wrote. Update the app to open it.</source>
        <translation>此导出的版本为 {version}，由本程序的更新版本写入。请更新本程序后打开。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/export_parser.py"/>
        <source>This export says that no answer came; its version did not keep why.</source>
        <translation>此导出说明没有收到响应；其版本没有保留原因。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/export_parser.py"/>
        <location filename="../../inspector_app/session/parsing/body_beginning.py"/>
        <source>The answer is a web page or XML, not JSON.</source>
        <translation>响应是网页或 XML，不是 JSON。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/export_parser.py"/>
        <location filename="../../inspector_app/session/parsing/body_beginning.py"/>
        <source>The answer is empty.</source>
        <translation>响应为空。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/export_parser.py"/>
        <source>The answer was not JSON; the export does not hold it.</source>
        <translation>响应不是 JSON；导出中没有它。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_kind.py"/>
        <source>This file is an archive: unpack it, and open the answer that is in it.</source>
        <translation>此文件是压缩包：请先解压，再打开其中的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_kind.py"/>
        <source>This file is a network capture. Save the answer itself, as text or as a HAR.</source>
        <translation>此文件是网络抓包。请将响应本身保存为文本或 HAR。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_kind.py"/>
        <source>This file is a picture or a PDF: copy the answer as text instead.</source>
        <translation>此文件是图片或 PDF：请改为以文本形式复制响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_kind.py"/>
        <source>This recording holds no answer to /session/info. Record again while the call is made.</source>
        <translation>此记录中没有 /session/info 的响应。请在进行该调用时重新记录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_kind.py"/>
        <source>This is a session file of HTTPie: it holds the login, not the answer. Save what “http” prints instead.</source>
        <translation>这是 HTTPie 的会话文件：其中有登录信息，没有响应。请改为保存“http”输出的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_kind.py"/>
        <source>This is an export of an API client without an answer in it. Save the response itself to a file.</source>
        <translation>这是 API 客户端的导出文件，其中没有响应。请将响应本身保存为文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_kind.py"/>
        <source>This file is JSON, but neither an export of this app nor a session answer.</source>
        <translation>此文件是 JSON，但既不是本程序的导出，也不是会话响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This file is empty.</source>
        <translation>此文件为空。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This file has too many parts. Export the one call to /session/info alone.</source>
        <translation>此文件包含的内容过多。请仅导出对 /session/info 的那一次调用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This file is too large: more than {limit} MiB.</source>
        <translation>此文件过大：超过 {limit} MiB。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>When this answer was taken cannot be told: neither it nor its file says.</source>
        <translation>无法得知此响应何时取得：响应和文件都没有说明。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>It is the latest of {count} answers in the file.</source>
        <translation>这是文件中 {count} 个响应里最新的一个。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This recording was sanitized: the answer was taken out of it. Export it with sensitive data, or save the answer alone with “Copy response”.</source>
        <translation>此记录已被清理：响应已从中删除。请选择包含敏感数据重新导出，或用“Copy response”单独保存响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This recording holds the call to /session/info, but not what the answer said: its contents were not saved, or sanitized. Export it “with content” and “with sensitive data”, or save the answer alone with “Copy response”.</source>
        <translation>此记录中有对 /session/info 的调用，但没有响应的内容：内容未保存或已被清理。请选择“with content”和“with sensitive data”重新导出，或用“Copy response”单独保存响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This recording holds no answer to /session/info, but {count} other calls. Record again while the call is made.</source>
        <translation>此记录中没有 /session/info 的响应，只有 {count} 个其他调用。请在进行该调用时重新记录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This file is a web page or XML, not an answer of EnOS.</source>
        <translation>此文件是网页或 XML，不是 EnOS 的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This file is no text in UTF-8, so it holds no saved answer. If it is compressed, save it with “curl --compressed” or “Copy response”.</source>
        <translation>此文件不是 UTF-8 文本，因此不含已保存的响应。如果它是压缩的，请用“curl --compressed”或“Copy response”保存。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/file_parser.py"/>
        <source>This file is no saved answer: it is not JSON (line {line}, column {column}).</source>
        <translation>此文件不是已保存的响应：它不是 JSON（第 {line} 行，第 {column} 列）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/http_message.py"/>
        <source>The headers in this file are cut off: save the answer with its body.</source>
        <translation>文件中的响应头不完整：请连同正文一起保存响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/http_message.py"/>
        <source>This file holds several answers. Save the one that is meant in a file of its own.</source>
        <translation>此文件中有多个响应。请将所需的响应单独保存为一个文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/json_search.py"/>
        <source>It stood inside another object, of which nothing else was taken.</source>
        <translation>响应位于另一个对象之内，该对象的其余内容未被采用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/member_parser.py"/>
        <source>This export is damaged: “{name}” is not what this app writes there.</source>
        <translation>此导出已损坏：“{name}”不是本程序写入的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/models.py"/>
        <source>The answer in this file is neither JSON nor a web page: it may have been changed or cut off when it was saved. Save it again, with “curl -i” or “Copy response”.</source>
        <translation>此文件中的响应既不是 JSON 也不是网页：保存时可能被改动或截断。请用“curl -i”或“Copy response”重新保存。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/models.py"/>
        <source>Saved answer, taken {time} by the gateway&apos;s clock: not live</source>
        <translation>已保存的响应，按网关时钟取于 {time}：非实时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/models.py"/>
        <source>Saved answer, not live: when it was taken is not known. Judged as of its file&apos;s date, {time}</source>
        <translation>已保存的响应，非实时：获取时间未知。按文件日期 {time} 判断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/models.py"/>
        <source>Saved answer, taken {time}: not live</source>
        <translation>已保存的响应，取于 {time}：非实时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/models.py"/>
        <source>It is of the environment “{name}”.</source>
        <translation>它属于环境“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/models.py"/>
        <source>Personal data was taken out: names and IDs are labels such as “user#19c2”.</source>
        <translation>个人信息已去除：名称和 ID 是“user#19c2”这样的标签。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/models.py"/>
        <source>Secrets were taken out.</source>
        <translation>凭据已去除。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/report/saved_answers/transcript.py"/>
        <source>This file is damaged: it is no text in UTF-16. Save the answer again.</source>
        <translation>此文件已损坏：它不是 UTF-16 文本。请重新保存响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>no answer came</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <source>a session</source>
        <translation>会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <source>type {type}</source>
        <translation>类型 {type}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <source>not used to sign in</source>
        <translation>不用于登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <source>the password has expired</source>
        <translation>密码已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <source>{account}; SSO login</source>
        <translation>{account}；SSO 登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <source>no other organization</source>
        <translation>无其他组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>1 organization</source>
        <translation>1 个组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/aspects.py"/>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>{count} organizations</source>
        <translation>{count} 个组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/compared_tree.py"/>
        <source>{changed} of {count} fields changed</source>
        <translation>{count} 个字段中有 {changed} 个不同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/compared_tree.py"/>
        <source>Always different ({count})</source>
        <translation>总是不同（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/compared_tree.py"/>
        <source>ids, names, times of creation and refresh</source>
        <translation>ID、名称、创建和刷新时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <location filename="../../inspector_app/session/presentation/outline_builder.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>Home organization</source>
        <translation>归属组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>External user in</source>
        <translation>外部用户所在组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Signs in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Multi-factor sign-in</source>
        <translation>多因子登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>User type</source>
        <translation>用户类型</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>E-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/comparison_model.py"/>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>A: {a}. B: {b}.</source>
        <translation>A：{a}。B：{b}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>A works in “{a}”, B in “{b}”.</source>
        <translation>A 的当前组织为“{a}”，B 为“{b}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>The home organization of A is “{a}”, that of B “{b}”.</source>
        <translation>A 的归属组织为“{a}”，B 为“{b}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>{what}: A {a}, B {b}.</source>
        <translation>{what}：A {a}，B {b}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>A is an external user in {a}, B in {b}: by the field’s name (inferred).</source>
        <translation>A 在{a}中为外部用户，B 在{b}中为外部用户：根据字段名（推断）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>Only {side} is an external user in {organizations}: by the field’s name (inferred).</source>
        <translation>只有 {side} 在{organizations}中为外部用户：根据字段名（推断）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>Only A belongs to {a}, only B to {b}.</source>
        <translation>只有 A 属于{a}，只有 B 属于{b}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>Only {side} belongs to {organizations}.</source>
        <translation>只有 {side} 属于{organizations}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>They cannot be compared: one of them is no answer about a session</source>
        <translation>无法比较：其中之一不是会话响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>They are the same in what matters</source>
        <translation>两者在重要方面相同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>They differ in: {what}, {count} more</source>
        <translation>两者的不同之处：{what}，另有 {count} 项</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>They differ in: {what}</source>
        <translation>两者的不同之处：{what}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>{some}, {next}</source>
        <translation>{some}、{next}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>The account of {side} is disabled.</source>
        <translation>{side} 的账号已禁用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>two organizations, by id</source>
        <translation>按 ID 为两个组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>{a} only in A, {b} only in B</source>
        <translation>仅 A 有 {a} 个，仅 B 有 {b} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>only A</source>
        <translation>仅 A</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>only B</source>
        <translation>仅 B</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>The end of {side} is unknown.</source>
        <translation>{side} 的结束时间未知。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>The session of {side} ends {span} sooner.</source>
        <translation>{side} 的会话早 {span}结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/difference_sentences.py"/>
        <source>only {side} is stopped</source>
        <translation>仅 {side} 受阻</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/comparison/field_groups.py"/>
        <location filename="../../inspector_app/session/presentation/outline_builder.py"/>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>Accepted without the word “Bearer” before the token</source>
        <translation>令牌前不带前缀“Bearer”时也已被接受</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>Fields that are not documented: {names}</source>
        <translation>文档未记载的字段：{names}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>{sentence} and {more} more</source>
        <translation>{sentence}，另有 {more} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>Not as documented: {note}</source>
        <translation>与文档不符：{note}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>{sentence}, and {more} more</source>
        <translation>{sentence}，另有 {more} 项</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>This looks like a portal token: another service gives and takes those</source>
        <translation>这看起来像应用门户的令牌：由另一项服务颁发和接受</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>It does not look like a session ID; application tokens stand for no user</source>
        <translation>它不像会话 ID；应用令牌不代表任何用户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>The token is longer than such tokens are: perhaps something was copied along</source>
        <translation>令牌比通常的令牌长：可能多复制了其他内容</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>The token has an unusual length: perhaps a part of it is missing</source>
        <translation>令牌长度异常：可能缺少一部分</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>The token looks complete</source>
        <translation>令牌看起来完整</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answer_findings.py"/>
        <source>This computer and the gateway agree on the time</source>
        <translation>本机与网关的时间一致</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>{words}; {more}</source>
        <translation>{words}；{more}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>{sentence}: {reasons}</source>
        <translation>{sentence}：{reasons}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body looks like the session service&apos;s</source>
        <translation>正文看起来是会话服务的格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body has the documented form of the token service</source>
        <translation>正文符合令牌服务的文档格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body has apim_status, which is the gateway&apos;s</source>
        <translation>正文含网关的 apim_status</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body looks like that of the Application Portal</source>
        <translation>正文看起来是应用门户的</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body looks like that of an EnOS service</source>
        <translation>正文看起来是 EnOS 服务的格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>EnOS itself answered</source>
        <translation>由 EnOS 应答</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>The API gateway answered</source>
        <translation>由 API 网关应答</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>Something in front of the gateway answered</source>
        <translation>由网关之前的设备或服务应答</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>EnOS itself seems to have answered</source>
        <translation>似乎由 EnOS 应答（推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>The API gateway seems to have answered</source>
        <translation>似乎由 API 网关应答（推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>Something in front of the gateway seems to have answered</source>
        <translation>似乎由网关之前的设备或服务应答（推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>Who answered cannot be told</source>
        <translation>无法判断由谁应答</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>Who answered cannot be told, as the evidence disagrees</source>
        <translation>证据不一致，无法判断由谁应答</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>“{header}” says that it asked the service</source>
        <translation>“{header}”表明网关已调用后端服务</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>“{header}” without “{missing}”: it did not ask the service</source>
        <translation>有“{header}”而无“{missing}”：网关未调用后端服务</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>“Via” names “Kong”: it came through the gateway</source>
        <translation>“Via”中有“Kong”：响应经过网关</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>HTTP 407 is a proxy&apos;s</source>
        <translation>HTTP 407 由代理返回</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body is a web page, as neither EnOS nor the gateway sends it</source>
        <translation>正文是网页，EnOS 和网关都不会这样返回</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body is a web page, and no header names the gateway</source>
        <translation>正文是网页，且没有头指向网关</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body has the documented form of the Application Portal</source>
        <translation>正文符合应用门户文档中的格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body has the documented form of the session service</source>
        <translation>正文符合会话服务的文档格式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the message is the gateway&apos;s own for HTTP {status}</source>
        <translation>消息是网关对 HTTP {status} 的固定说法</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the body holds a message only, as the gateway&apos;s answers do</source>
        <translation>正文只有一条消息，与网关的响应相同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/answering_party.py"/>
        <source>the HTTP status is one by which the gateway refuses an application</source>
        <translation>该 HTTP 状态码是网关拒绝应用时使用的</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Whether “{name}” opens cannot be told: {count} applications are called so</source>
        <translation>无法判断能否打开“{name}”：有 {count} 个同名应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Whether “{name}” opens cannot be told: it was not answered</source>
        <translation>无法判断能否打开“{name}”：没有得到答复</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The user has no access to “{name}”</source>
        <translation>用户没有“{name}”的访问权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>{code} of the Application Portal: no access. {list}</source>
        <translation>应用门户的 {code}：无访问权限。{list}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Ask an administrator of the organization to give the user access.</source>
        <translation>请联系组织管理员为用户授予访问权限。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The organization has not purchased “{name}”</source>
        <translation>组织未购买“{name}”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>{code} of the Application Portal: not purchased.</source>
        <translation>应用门户的 {code}：未购买。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Ask an administrator of the organization whether it is to have the application.</source>
        <translation>请向组织管理员确认该组织是否应有此应用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Perhaps the organization has not purchased “{name}”</source>
        <translation>组织可能未购买“{name}”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>“{name}” does not exist, or the organization has not purchased it</source>
        <translation>“{name}”不存在，或组织未购买该应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>{code} of the Application Portal, asked by its identifier of the list: that this is its AccessKey is inferred. Give the AccessKey to be sure.</source>
        <translation>应用门户的 {code}；是按列表中的标识检查的，该标识即为 AccessKey 只是推断。请提供 AccessKey 以便确认。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>{code} of the Application Portal: which of the two is not told.</source>
        <translation>应用门户的 {code}：未说明是哪一种情况。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The user has access to “{name}” (menus: {menus}, permissions: {permissions})</source>
        <translation>用户可以访问“{name}”（菜单 {menus} 个，权限 {permissions} 个）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The user has neither a menu nor a permission in “{name}”</source>
        <translation>用户在“{name}”中既没有菜单也没有权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The portal took the token, and answers what the user has in it.</source>
        <translation>应用门户接受了该令牌，并返回了用户在该应用中拥有的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Ask an administrator of the organization to give the user a role in it.</source>
        <translation>请联系组织管理员为用户分配该应用中的角色。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>If something in it does not open, compare with what the user needs there.</source>
        <translation>如果其中有内容打不开，请与用户所需的内容对照。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>“{name}” is switched off in the organization</source>
        <translation>“{name}”在组织中已停用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Perhaps “{name}” is switched off in the organization</source>
        <translation>“{name}”在组织中可能已停用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The organization has it, but its status says that it is not enabled.</source>
        <translation>组织拥有该应用，但其状态为未启用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The organization has it; that its status 0 means this is inferred.</source>
        <translation>组织拥有该应用；状态 0 表示停用只是推断。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Ask an administrator of the organization to switch it on.</source>
        <translation>请联系组织管理员启用该应用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>“{name}” is not among the applications of the organization</source>
        <translation>“{name}”不在组织的应用列表中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>In its list: {count}. None has this name or identifier.</source>
        <translation>列表中共有 {count} 个应用，没有一个是此名称或标识。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>Check the name and the organization, or give the AccessKey.</source>
        <translation>请核对名称和组织，或提供 AccessKey。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>It is not in the organization&apos;s list by this name.</source>
        <translation>组织的列表中没有此名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The organization has the application, and it is switched on.</source>
        <translation>组织拥有该应用，且已启用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_access_rules.py"/>
        <source>The organization has the application.</source>
        <translation>组织拥有该应用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>Signed in to the portal</source>
        <translation>已登录应用门户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>An organization is chosen</source>
        <translation>已选择组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>The organization has “{name}”</source>
        <translation>组织拥有“{name}”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>It is switched on there</source>
        <translation>该应用在组织中已启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>listed, but {code}</source>
        <translation>在列表中，但返回 {code}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <source>{count} are called so</source>
        <translation>{count} 个同名</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>menus: {menus}, permissions: {permissions}</source>
        <translation>菜单 {menus} 个，权限 {permissions} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>none: {code}</source>
        <translation>无：{code}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>not asked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_conditions.py"/>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>no usable answer</source>
        <translation>没有可用的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>Check AccessKey and SecretKey in the environment&apos;s settings.</source>
        <translation>请检查环境设置中的 AccessKey 和 SecretKey。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The gateway has had this very request already</source>
        <translation>网关已收到过这一请求</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>Inspect again.</source>
        <translation>请重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The gateway does not know this application</source>
        <translation>网关中不存在此应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The gateway did not accept the application&apos;s signature</source>
        <translation>网关不接受应用的签名</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>Check the SecretKey in the environment&apos;s settings, and this computer&apos;s clock.</source>
        <translation>请检查环境设置中的 SecretKey 和本机的时钟。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The application got no access token</source>
        <translation>应用未获得访问令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>Check the application in the environment&apos;s settings, or ask the gateway&apos;s administrators.</source>
        <translation>请检查环境设置中的应用，或询问网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The gateway itself refused the call</source>
        <translation>网关本身拒绝了调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>If it wants an application&apos;s keys, add them or correct them; its administrators know.</source>
        <translation>若网关要求应用密钥，请在“连接”中填写；可咨询网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The application&apos;s timestamp or signature was refused</source>
        <translation>应用的时间戳或签名被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>Check this computer&apos;s clock, and the SecretKey in the environment&apos;s settings.</source>
        <translation>请检查本机时钟，以及环境设置中的 SecretKey。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The application may not use this API</source>
        <translation>该应用无权使用此 API</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>Ask the gateway&apos;s administrators to grant the API to the application.</source>
        <translation>请网关管理员为该应用授权此 API。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>{answer} The user&apos;s token was sent before, with an access token that was refused: nothing is known of the session.</source>
        <translation>{answer}此前已随一个被拒绝的访问令牌发送过用户的令牌：会话情况未知。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>{answer} The user&apos;s token was not sent: nothing is known of the session.</source>
        <translation>{answer}用户的令牌未发送：会话情况未知。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>{code}: {meaning}.</source>
        <translation>{code}：{meaning}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The token service answered with {code}.</source>
        <translation>令牌服务返回 {code}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The token service says success, but gave no access token.</source>
        <translation>令牌服务表示成功，但没有给出访问令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>HTTP {status}: {meaning}.</source>
        <translation>HTTP {status}：{meaning}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>{cause} HTTP {status}.</source>
        <translation>{cause}HTTP {status}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/application_rule.py"/>
        <source>The answer is not the token service&apos;s own (HTTP {status}).</source>
        <translation>这不是令牌服务本身的响应（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/client_certificate_rule.py"/>
        <source>It asked for a certificate of this computer, got none, and refused the call (HTTP {status}).</source>
        <translation>网关要求本机出示证书，未收到，于是拒绝了调用（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The user is the owner of the organization</source>
        <translation>该用户是组织所有者</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The user is the owner of the organization, as type {number} can say</source>
        <translation>该用户是组织所有者，与类型 {number} 相符</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The user is not the owner of the organization</source>
        <translation>该用户不是组织所有者</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The user is not the owner: type {number} is read as admin</source>
        <translation>该用户不是组织所有者：类型 {number} 视为管理员</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The user is not the owner: type {number} is read as user</source>
        <translation>该用户不是组织所有者：类型 {number} 视为普通用户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The home organization is disabled</source>
        <translation>归属组织已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The home organization has quit</source>
        <translation>归属组织已退出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The expected organization is among the user’s, but is disabled or has quit</source>
        <translation>期望的组织在该用户的组织列表中，但已禁用或已退出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The expected organization is among the user&apos;s: it can be switched to</source>
        <translation>预期的组织在该用户的组织之中：可以切换过去</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The expected organization is not among the user&apos;s; in the list: {count}</source>
        <translation>预期的组织不在该用户的组织之中；列表共 {count} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>{call} was not answered: the token service did not answer</source>
        <translation>{call} 未得到响应：令牌服务没有响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>No answer came to {call}</source>
        <translation>{call} 没有返回响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The answer to {call} has no documented form</source>
        <translation>{call} 的响应不是文档所述的形式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>By its headers, the answer to {call} comes from a cache, and is older than this call</source>
        <translation>从响应头看，{call} 的响应来自缓存，早于本次调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_findings.py"/>
        <source>The answer to {call} is about another organization</source>
        <translation>{call} 的响应是关于另一个组织的</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>organization/info of the home organization</source>
        <translation>归属组织的 organization/info</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} does not find the organization ({code})</source>
        <translation>{call} 未找到该组织（{code}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} does not find the session any more ({code})</source>
        <translation>{call} 已找不到该会话（{code}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call}: no session or no such organization, which cannot be told ({code})</source>
        <translation>{call}：没有会话或没有该组织，无法判断是哪一种（{code}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} does not take the token, which session/info took ({code})</source>
        <translation>{call} 不接受该令牌，而会话接口 session/info 已接受（{code}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} was refused ({code}): {words}</source>
        <translation>{call} 被拒绝（{code}）：{words}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} was refused ({code}): perhaps a permission is missing</source>
        <translation>{call} 被拒绝（{code}）：可能缺少权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} was refused ({code}): why cannot be told</source>
        <translation>{call} 被拒绝（{code}）：无法判断原因</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} was not answered: the application got no access token ({code})</source>
        <translation>{call} 未得到响应：应用未获得访问令牌（{code}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} was refused ({code}): the application may not use this API</source>
        <translation>{call} 被拒绝（{code}）：该应用无权使用此 API</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/companion_refusal.py"/>
        <source>{call} was refused ({code}): the gateway wants a valid signature of an application</source>
        <translation>{call} 被拒绝（{code}）：网关要求有效的应用签名</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/contradiction_rule.py"/>
        <source>The answer contradicts itself</source>
        <translation>响应自相矛盾</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/contradiction_rule.py"/>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>Inspect it again. If it stays so, tell the gateway&apos;s administrators.</source>
        <translation>请重新检查。如果仍然如此，请告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/contradiction_rule.py"/>
        <source>The body says success, the HTTP status is {status}. Which is right cannot be told.</source>
        <translation>正文表示成功，HTTP 状态为 {status}。无法判断哪个正确。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/contradiction_rule.py"/>
        <source>“{success}” says success, but no session came. Which is right cannot be told.</source>
        <translation>“{success}”表示成功，但没有返回会话。无法判断哪个正确。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/contradiction_rule.py"/>
        <source>A session came, but “{refusal}” says refusal. Which is right cannot be told.</source>
        <translation>返回了会话，但“{refusal}”表示拒绝。无法判断哪个正确。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/contradiction_rule.py"/>
        <source>“{success}” says success, “{refusal}” says refusal. Which is right cannot be told.</source>
        <translation>“{success}”表示成功，“{refusal}”表示拒绝。无法判断哪个正确。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/early_end.py"/>
        <source>Perhaps signed in elsewhere, if the environment allows one login at a time</source>
        <translation>可能已在另一地点登录（若环境同一时间只允许一处登录）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/early_end.py"/>
        <source>Perhaps the user signed out</source>
        <translation>用户可能已登出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/early_end.py"/>
        <source>Perhaps the ownership of the organization was transferred</source>
        <translation>组织的所有权可能已转移</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/early_end.py"/>
        <source>Perhaps the account was changed</source>
        <translation>账号可能已被更改</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It ended before the call to {host} began.</source>
        <translation>在开始调用 {host} 之前结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while looking up the name {host}.</source>
        <translation>发生在解析名称 {host} 时。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while connecting to {host}.</source>
        <translation>发生在连接 {host} 时。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>The TLS handshake with {host} failed.</source>
        <translation>与 {host} 进行 TLS 握手时失败。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while waiting for an answer from {host}.</source>
        <translation>发生在等待 {host} 响应时。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while reading the answer of {host}.</source>
        <translation>发生在读取 {host} 的响应时。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It ended before the call to {host} by the proxy {proxy} began.</source>
        <translation>在开始经代理 {proxy} 调用 {host} 之前结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while looking up the proxy {proxy}, on the way to {host}.</source>
        <translation>发生在解析代理 {proxy} 的名称时，目标为 {host}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while connecting to {host} by the proxy {proxy}.</source>
        <translation>发生在经代理 {proxy} 连接 {host} 时。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>The TLS handshake with {host} by {proxy} failed.</source>
        <translation>经由 {proxy} 与 {host} 进行 TLS 握手时失败。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while waiting for {host} to answer, by the proxy {proxy}.</source>
        <translation>发生在等待 {host} 响应时，经由代理 {proxy}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>It happened while reading the answer of {host}, by the proxy {proxy}.</source>
        <translation>发生在读取 {host} 的响应时，经由代理 {proxy}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>{where} The application&apos;s access token was asked for.</source>
        <translation>{where}当时正在请求应用的访问令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>{where} The other side may have received the token.</source>
        <translation>{where}对方可能已收到令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>{where} The system&apos;s proxy script {script} was not run, which this app cannot do: if the gateway needs a proxy, enter it in the environment&apos;s settings.</source>
        <translation>{where}未运行系统的代理脚本 {script}，本程序不支持此类脚本：如果网关需要代理，请在环境设置中填写。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_location.py"/>
        <source>{where} Certificates are checked against: {store}.</source>
        <translation>{where}校验证书所用的信任库：{store}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Check the network and the VPN, then try again.</source>
        <translation>请检查网络和 VPN，然后重试。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Tell the gateway&apos;s administrators.</source>
        <translation>请告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Check the gateway&apos;s address.</source>
        <translation>请检查网关地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s name is not known</source>
        <translation>无法解析网关域名</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The network knows no computer of that name.</source>
        <translation>网络中没有该名称的计算机。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Check the gateway&apos;s address, the network and the VPN.</source>
        <translation>请检查网关地址、网络和 VPN。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway refused the connection</source>
        <translation>网关拒绝连接</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The computer is there, but nothing answers at that port.</source>
        <translation>主机可达，但该端口无服务响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Check the gateway&apos;s address and port.</source>
        <translation>请检查网关的地址和端口。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway cannot be reached</source>
        <translation>无法连接网关</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>There is no way there from this computer.</source>
        <translation>本机没有到网关的路由。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The connection was broken off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The other side, or something on the way, ended the connection.</source>
        <translation>对方或中途的设备断开了连接。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>No answer came</source>
        <translation>没有收到响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The connection was closed without a word.</source>
        <translation>对方未返回数据即关闭连接。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The answer was cut short</source>
        <translation>响应被截断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The connection ended before the answer was complete.</source>
        <translation>响应尚未完整，连接已断开。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>This is not a gateway</source>
        <translation>这不是网关</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>What came is not HTTP.</source>
        <translation>收到的内容不是 HTTP。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The answer cannot be unpacked</source>
        <translation>无法解压响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It came compressed in a way that was not asked for.</source>
        <translation>它以未请求的方式压缩。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Tell the gateway&apos;s or proxy&apos;s administrators.</source>
        <translation>请告知网关或代理的管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The proxy did not let the call through</source>
        <translation>代理未放行此调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway was not reached: {proxy} failed.</source>
        <translation>未到达网关：{proxy} 失败。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Check the proxy settings, or ask your network&apos;s administrators.</source>
        <translation>请检查代理设置，或询问网络管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The proxy wants a login</source>
        <translation>代理要求登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway was not reached: {proxy} asks for name and password.</source>
        <translation>未到达网关：{proxy} 要求用户名和密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Add its user and password to the connection, or ask who runs the network.</source>
        <translation>请在“连接”中添加其用户和密码，或询问网络管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The proxy wants a login of another kind</source>
        <translation>代理要求其他登录方式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway was not reached: {proxy} accepts no password, but {detail} alone.</source>
        <translation>未到达网关：{proxy} 不接受密码，仅接受 {detail}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Enter a local relay that signs in for you, such as Px or Cntlm, as the proxy.</source>
        <translation>请将代为登录的本机中继（例如 Px 或 Cntlm）填写为代理。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The proxy setting cannot be used</source>
        <translation>代理设置无法使用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>{proxy} is no proxy that this app can use, so nothing was tried.</source>
        <translation>{proxy} 不是本程序可用的代理，因此未作任何尝试。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Choose a proxy, or none, in the environment&apos;s settings.</source>
        <translation>请在环境设置中选择代理，或选择不用代理。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The environment&apos;s certificate file cannot be used</source>
        <translation>无法使用环境的证书文件</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>No certificates could be read from {detail}.</source>
        <translation>无法从 {detail} 读取证书。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Choose another file, or none, in the environment&apos;s settings.</source>
        <translation>请在环境设置中选择其他文件，或不选文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s certificate has expired</source>
        <translation>网关的证书已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Its last day is over, so it proves nothing any more.</source>
        <translation>证书已过期，无法证明网关身份。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Compare this computer&apos;s date; if it is right, tell the gateway&apos;s administrators.</source>
        <translation>请核对本机的日期；如果正确，请告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s certificate is not valid yet</source>
        <translation>网关的证书尚未生效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Its first day is still to come, so it proves nothing yet.</source>
        <translation>证书的生效日期未到，尚无法证明网关身份。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s certificate is not valid today</source>
        <translation>网关的证书今天无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It has expired or is not valid yet; Windows does not say which.</source>
        <translation>证书已过期或尚未生效；Windows 未说明是哪一种。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The certificate is for another host</source>
        <translation>证书属于另一台主机</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It does not name the gateway&apos;s host.</source>
        <translation>证书上没有网关的主机名。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s certificate vouches for itself</source>
        <translation>网关的证书是自签名的</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Nobody but itself has signed the certificate.</source>
        <translation>该证书没有其他机构签名，只有自身签名。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>If it is yours, add its certificate file to the environment.</source>
        <translation>如果网关属于您，请将其证书文件添加到环境。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s certificate is not trusted</source>
        <translation>网关的证书不受信任</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>This computer does not know who signed the certificate.</source>
        <translation>本机不信任该证书的签发机构。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>If the gateway is private, add its root&apos;s file to the environment.</source>
        <translation>如果是私有网关，请将其根证书文件添加到环境。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s certificate is for another purpose</source>
        <translation>网关证书的用途不符</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It was not made for a server to identify itself with.</source>
        <translation>该证书不是用于验证服务器身份的。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s certificate is too weak</source>
        <translation>网关的证书强度过低</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Its key or signature is of a kind that is no longer safe.</source>
        <translation>其密钥或签名类型已不再安全。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s encryption is too old</source>
        <translation>网关的加密版本过旧</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It speaks no version of TLS that is still safe.</source>
        <translation>它不支持任何仍然安全的 TLS 版本。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway does not speak https here</source>
        <translation>网关在此处不使用 https</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>What answers at that port is not encrypted.</source>
        <translation>该端口的应答未加密。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>No safe connection could be made</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The two sides did not agree on an encryption.</source>
        <translation>双方未能协商出可用的加密方式。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway wants a client certificate</source>
        <translation>网关要求客户端证书</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It asked for a certificate of this computer, got none, and ended the connection.</source>
        <translation>网关要求本机出示证书，未收到，于是结束了连接。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Ask the gateway&apos;s administrators for one, and choose it under Connection.</source>
        <translation>请向网关管理员索取证书，并在“连接”中选择它。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway refuses the client certificate</source>
        <translation>网关拒绝了客户端证书</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It was shown the environment&apos;s certificate of this computer, and refused it.</source>
        <translation>已向其出示该环境的本机证书，但被拒绝。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Ask the gateway&apos;s administrators for another certificate: it may have expired.</source>
        <translation>请向网关管理员索取另一张证书：它可能已过期。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The environment&apos;s client certificate cannot be used</source>
        <translation>该环境的客户端证书无法使用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>No certificate with its key could be read from {detail} with the kept password.</source>
        <translation>使用已保存的密码无法从 {detail} 读取证书及其密钥。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Choose its file and enter its password again in the environment&apos;s settings.</source>
        <translation>请在环境的设置中重新选择证书文件并输入密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The gateway sends the call elsewhere</source>
        <translation>网关将调用重定向到其他地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It redirects to {detail}. The token was not sent there.</source>
        <translation>它重定向到 {detail}。令牌没有发往那里。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Check the gateway&apos;s address: this one may be a web page&apos;s.</source>
        <translation>请检查网关地址：这可能是网页的地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The answer is too large</source>
        <translation>响应过大</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It has more than {detail}; no session has. Reading was stopped.</source>
        <translation>它超过 {detail}；没有会话会这么大。读取已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway did not answer in time</source>
        <translation>网关响应超时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>After {span} the call was given up.</source>
        <translation>等待 {span}后已放弃。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The call was stopped before the answer was there.</source>
        <translation>调用在收到响应之前停止。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Inspect again when you want to.</source>
        <translation>需要时请重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The call failed in an unexpected way</source>
        <translation>调用意外失败</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It is not known what happened. It says nothing about the session.</source>
        <translation>原因不明。这不能说明会话的任何情况。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>Try again; if it stays, report it to the makers of this app.</source>
        <translation>请重试；如果仍然如此，请报告给本程序的开发者。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway was not reached: {proxy} answered {detail}.</source>
        <translation>未到达网关：{proxy} 返回 {detail}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>A certificate behind the gateway&apos;s has expired</source>
        <translation>网关证书链中的证书已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s own is valid, but that of its issuer “{detail}” is not any more.</source>
        <translation>网关自身的证书有效，但其签发机构“{detail}”的证书已过期。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>A certificate behind the gateway&apos;s is not valid yet</source>
        <translation>网关证书链中的证书尚未生效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s own is valid, but that of its issuer “{detail}” is not yet.</source>
        <translation>网关自身的证书有效，但其签发机构“{detail}”的证书尚未生效。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>A certificate behind the gateway&apos;s is not valid today</source>
        <translation>网关证书链中的证书今日不在有效期内</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The gateway&apos;s own is valid. This computer&apos;s of “{detail}” has expired or is not valid yet; Windows does not say which.</source>
        <translation>网关自身的证书有效。本机上“{detail}”的证书已过期或尚未生效，Windows 未说明是哪一种。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>It comes from “{detail}”, which this computer does not know.</source>
        <translation>证书由“{detail}”签发，本机不信任该机构。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>If that is your company&apos;s network or security software, or the gateway is private, add that authority&apos;s certificate file to the environment.</source>
        <translation>如果它属于贵公司的网络或安全软件，或网关为私有，请将该机构的证书文件添加到环境。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_templates.py"/>
        <source>The proxy did not answer in time</source>
        <translation>代理响应超时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>It happened after the request was written.</source>
        <translation>发生在请求发出之后。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>{happened} The token was not sent.</source>
        <translation>{happened}未发送令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>another address</source>
        <translation>另一个地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>what is read at most</source>
        <translation>读取上限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>the file</source>
        <translation>该文件</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>the proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>another login</source>
        <translation>其他登录方式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>the time allowed</source>
        <translation>允许的时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/failure_texts.py"/>
        <source>{happened} {where}</source>
        <translation>{happened}{where}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>A web page came instead (HTTP {status}).</source>
        <translation>收到的是网页（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>A web page came instead, titled “{title}” (HTTP {status}).</source>
        <translation>收到的是网页，标题为“{title}”（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>A plain text came instead of a documented answer</source>
        <translation>收到的是一段纯文本，而非文档所述的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>The answer cannot be read</source>
        <translation>无法读取响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>Inspect again. If it stays so, tell the gateway&apos;s administrators.</source>
        <translation>请重新检查。如果仍然如此，请告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>The answer is empty (HTTP {status}).</source>
        <translation>响应为空（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>HTTP {status}. Whether the session is valid cannot be told.</source>
        <translation>HTTP {status}。无法判断会话是否有效。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/foreign_body.py"/>
        <source>{cause} Reading stopped at byte {offset} (HTTP {status}).</source>
        <translation>{cause}读取在第 {offset} 字节处停止（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>EnOS itself seems to report an error</source>
        <translation>似乎是 EnOS 自身报告了错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Something in front of the gateway seems to report an error</source>
        <translation>似乎是网关之前的设备或服务报告了错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The gateway seems to report an error of its own</source>
        <translation>似乎是网关自身报告了错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>It redirects to {target}. The token was not sent there.</source>
        <translation>它重定向到 {target}。令牌没有发往那里。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>It answered HTTP {status}.</source>
        <translation>返回 HTTP {status}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Too many calls: the gateway asks to wait</source>
        <translation>请求过于频繁：网关要求等待</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>This says nothing about the session.</source>
        <translation>这不能说明会话的任何情况。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Wait a minute, then inspect again.</source>
        <translation>请等待一分钟，然后重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Try again in a few minutes; if it stays, tell the gateway&apos;s administrators.</source>
        <translation>请几分钟后重试；如果仍然如此，请告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The other side reports an error, and whose it is cannot be told</source>
        <translation>对端报告了错误，无法判断出自哪一方</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The gateway reports an error of its own</source>
        <translation>网关报告自身错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>There is no session service at this address</source>
        <translation>此地址没有会话服务</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>HTTP 404 without the session service&apos;s own answer: this is not an ended session.</source>
        <translation>HTTP 404，但没有会话服务自己的响应：这不表示会话已结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Check the gateway&apos;s address; the console shows it under Help, Environment Information.</source>
        <translation>请检查网关地址；控制台的“帮助 &gt; 环境信息”中有显示。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>{hint} {check}</source>
        <translation>{hint}{check}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>HTTP 407: the call did not reach the gateway.</source>
        <translation>HTTP 407：调用未到达网关。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The gateway itself seems to have refused the call</source>
        <translation>似乎是网关本身拒绝了调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Whether the session is valid cannot be told.</source>
        <translation>无法判断会话是否有效。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The gateway does not accept calls from this computer&apos;s address</source>
        <translation>网关不接受来自本机地址的调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>HTTP 403 is about the computer that runs this app, not about the user.</source>
        <translation>HTTP 403 针对的是运行本程序的计算机，而不是用户。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Use the network or VPN that is allowed, or ask for this address to be allowed.</source>
        <translation>请使用被允许的网络或 VPN，或申请放行此地址。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>The call was refused with HTTP {status}</source>
        <translation>调用被拒绝，HTTP {status}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Tell the gateway&apos;s administrators the status and the time of the call.</source>
        <translation>请将状态和调用时间告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>This is no documented answer of the session service</source>
        <translation>这不是会话服务文档所述的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>This is not an answer of the session service</source>
        <translation>这不是会话服务的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>Check the gateway&apos;s address, and whether a proxy or login page stands between.</source>
        <translation>请检查网关地址，以及中间是否有代理或登录页面。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>HTTP {status}. {then}</source>
        <translation>HTTP {status}。{then}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>HTTP {status}: “{meaning}” ({source}). {then}</source>
        <translation>HTTP {status}：“{meaning}”（{source}）。{then}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>HTTP {status} is documented as “{meaning}”. {then}</source>
        <translation>按文档，HTTP {status} 表示“{meaning}”。{then}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>It says success, but holds no session (HTTP {status}).</source>
        <translation>它表示成功，但没有会话（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/http_rules.py"/>
        <source>It is JSON, but in none of the documented forms (HTTP {status}).</source>
        <translation>它是 JSON，但不属于任何有文档记载的格式（HTTP {status}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>Inspecting seems to move the last refresh: it stands at the moment of an inspection</source>
        <translation>检查似乎会更新最近刷新时间：它正好在一次检查的时刻</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>Inspecting does not move the last refresh</source>
        <translation>检查不会更新最近刷新时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>The last refresh moved between two inspections: it is in use</source>
        <translation>两次检查之间最近刷新时间有变化：会话正在使用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>Whether inspecting moves the last refresh cannot be told</source>
        <translation>无法判断检查是否会更新最近刷新时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>accepted after the fixed end, so the end seems to count from the last refresh</source>
        <translation>固定到期之后仍被接受，因此到期时间似乎从最近一次刷新算起</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>gone between the fixed end and the sliding one, so it may be fixed, unless the user signed out</source>
        <translation>在固定到期与顺延到期之间消失，因此有效期可能固定，除非用户已登出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>About the end: {reading}</source>
        <translation>关于到期：{reading}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/observer_effect.py"/>
        <source>{effect}; {reading}</source>
        <translation>{effect}；{reading}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>The organization in which the user works is disabled</source>
        <translation>该用户当前所在的组织已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>The session was accepted, but the organization&apos;s state is 1: disabled.</source>
        <translation>会话有效，但组织状态为 1：禁用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>The organization in which the user works has quit</source>
        <translation>该用户当前所在的组织已退出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>The session was accepted, but the organization&apos;s state is 2: quit.</source>
        <translation>会话有效，但组织状态为 2：退出。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>Ask the platform&apos;s administrators whether the organization is to be used.</source>
        <translation>请询问平台管理员该组织是否应继续使用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>Perhaps the user is no longer a member of the organization of this session</source>
        <translation>该用户可能已不再是此会话所在组织的成员</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>The session was accepted, but the list of the user&apos;s organizations lacks that one.</source>
        <translation>会话有效，但该用户的组织列表中没有这个组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>Ask an administrator of the organization whether the user belongs to it.</source>
        <translation>请询问该组织的管理员，该用户是否属于该组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>Session valid, but its organization is not approved</source>
        <translation>会话有效，但其所在组织未获批准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>The organization&apos;s approval state is 0: unapproved.</source>
        <translation>组织的审批状态为 0：未批准。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>Session valid, but its organization was disapproved</source>
        <translation>会话有效，但其所在组织未通过审批</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>The organization&apos;s approval state is 2: disapproved.</source>
        <translation>组织的审批状态为 2：不批准。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/organization_rules.py"/>
        <source>Ask the platform&apos;s administrators for the approval of the organization.</source>
        <translation>请联系平台管理员审批该组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>one organization (organization/info)</source>
        <translation>一个组织（organization/info）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>the organizations of a user (user/organization/list)</source>
        <translation>用户所在的组织（user/organization/list）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>the user of a portal token (user/info of the portal)</source>
        <translation>门户令牌的用户（门户的 user/info）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>the organizations of a portal token&apos;s user (user/organization/list of the portal)</source>
        <translation>门户令牌用户所在的组织（门户的 user/organization/list）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>the applications of a user (user/app/list)</source>
        <translation>用户的应用（user/app/list）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>what a user has in an application (user/app/resource/info)</source>
        <translation>用户在应用中拥有的权限（user/app/resource/info）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>The organization of this answer is disabled</source>
        <translation>此响应中的组织已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>The organization of this answer has quit</source>
        <translation>此响应中的组织已退出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>The organization of this answer is not approved</source>
        <translation>此响应中的组织未获批准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>The organization of this answer was disapproved</source>
        <translation>此响应中的组织未通过审批</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>This seems to be the answer of another call</source>
        <translation>这似乎是其他调用的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>By its members it tells of {subject}. It says nothing about the session.</source>
        <translation>从其字段看，它描述的是{subject}，与会话无关。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/other_call_rule.py"/>
        <source>Inspect the user&apos;s token, or open the answer of session/info.</source>
        <translation>请检查用户的令牌，或打开会话（session/info）的响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Ask the user to sign in to the portal again and to send the new token.</source>
        <translation>请用户重新登录应用门户并发送新令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>The portal does not take this token</source>
        <translation>应用门户不接受此令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>{code}: “please log in first”. It is not whole, has ended, or is of another environment, which cannot be told apart.</source>
        <translation>{code}：“请先登录”。令牌不完整、已结束或属于其他环境，无法区分。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Check that it is whole and of this environment, or ask the user for a new one.</source>
        <translation>请确认令牌完整且属于此环境，或请用户提供新的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Perhaps the account was signed in elsewhere since</source>
        <translation>账号此后可能在其他地方登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>{code}: so inferred from the vendor&apos;s common list of codes.</source>
        <translation>{code}：根据厂商的通用代码表推断。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Ask the user whether the account is in use elsewhere, and to sign in again.</source>
        <translation>请询问用户账号是否在其他地方使用，并请其重新登录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Perhaps the portal token has expired</source>
        <translation>门户令牌可能已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>The user has not chosen an organization yet</source>
        <translation>用户尚未选择组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>{code}: the portal answers only after that.</source>
        <translation>{code}：选择之后应用门户才会答复。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Ask the user to choose an organization in the portal, then inspect again.</source>
        <translation>请用户在应用门户中选择组织，然后重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>The portal token is over</source>
        <translation>门户令牌已失效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>{code}: public clients of the portal take it so; it is not documented.</source>
        <translation>{code}：应用门户的公开客户端如此理解，文档中没有说明。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>The Application Portal denied the call</source>
        <translation>应用门户拒绝了此次调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>{code}: public clients of the portal take it so; it is not documented. Whether the token is valid cannot be told.</source>
        <translation>{code}：应用门户的公开客户端如此理解，文档中没有说明。令牌是否有效无法判断。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Ask an administrator of the organization which permission is missing.</source>
        <translation>请询问组织管理员缺少哪项权限。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>Accepted, but this does not prove a valid session</source>
        <translation>已被接受，但不足以证明会话有效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>The answer lacks the documented user and organization.</source>
        <translation>响应缺少文档中的用户和组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Perhaps the sign-in to the portal is not finished</source>
        <translation>应用门户的登录可能尚未完成</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>“MFACompleted” is false; what follows from that is not documented.</source>
        <translation>“MFACompleted”为 false；文档没有说明其后果。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Ask the user to finish signing in, or to sign in again.</source>
        <translation>请用户完成登录，或重新登录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Perhaps the user has not chosen an organization yet</source>
        <translation>用户可能尚未选择组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>The portal took the token, but names no current organization.</source>
        <translation>应用门户接受了该令牌，但没有返回当前所在的组织。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Portal token valid, but not in the organization expected</source>
        <translation>门户令牌有效，但不在预期的组织中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>Portal token valid</source>
        <translation>门户令牌有效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>When it ends cannot be told: the portal sends no end and no state of the account.</source>
        <translation>无法判断何时结束：应用门户不返回结束时间，也不返回账号状态。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>If an application does not open, ask why: Applications tells it.</source>
        <translation>如果某个应用打不开，可在“应用”中检查原因。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/portal_rules.py"/>
        <source>A portal token comes without an end, so none is shown</source>
        <translation>门户令牌没有结束时间，因此不显示</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>The answer is about another session than the one asked for</source>
        <translation>响应中的会话不是所检查的会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>More than one session came: whose is whose cannot be told</source>
        <translation>返回了多个会话，无法判断各属于谁</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>A field came more than once, with different values</source>
        <translation>同一字段出现多次，且取值不同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>Beside the success, the answer speaks of an error or of an end</source>
        <translation>响应在表示成功的同时，又提到错误或会话结束</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>By its headers, the answer comes from a cache, and is older than this call</source>
        <translation>从响应头看，该响应来自缓存，早于本次调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>The HTTP status is not 200, as a success has it</source>
        <translation>HTTP 状态不是成功时应有的 200</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>The success is not stated as it is documented</source>
        <translation>响应未按文档规定的方式表示成功</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>The session lacks its id, its user or the state of the account</source>
        <translation>会话缺少 ID、用户或账号状态</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>The state of the session or of the account has no documented meaning</source>
        <translation>会话状态或账号状态没有文档说明的含义</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>Refused, but by an answer that is older than this call</source>
        <translation>被拒绝，但所依据的响应早于本次调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/proof_rule.py"/>
        <source>{reason}.</source>
        <translation>{reason}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: it is not accepted as a session ID or bearer token.</source>
        <translation>{code}：网关不认可其为有效的会话 ID 或 Bearer 令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: it is not accepted as a session ID or bearer token. EnOS documents the message “Authenticated.” for this refusal: it is a slip, and no success.</source>
        <translation>{code}：网关不认可其为有效的会话 ID 或 Bearer 令牌。EnOS 文档为此拒绝记载的消息是“Authenticated.”：这是笔误，并非成功。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The token is not valid here</source>
        <translation>令牌在此无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The organization is not found</source>
        <translation>未找到组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: the message names the organization only, not the session.</source>
        <translation>{code}：消息只提到组织，没有提到会话。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Ask in which organization the user works, and whether it still exists.</source>
        <translation>请询问用户在哪个组织工作，以及该组织是否仍然存在。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: it has ended, or it belongs to another environment.</source>
        <translation>{code}：会话已结束，或属于另一个环境。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Ask the user to sign in again and to send the new token.</source>
        <translation>请用户重新登录并发来新的令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: it is gone, about {span} before its estimated end.</source>
        <translation>{code}：会话已不存在，比估计的到期时间早约 {span}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Ask the user to sign in again and to send the new token. What happened is to be looked up in the IAM audit log, which administrators can read for 30 days.</source>
        <translation>请用户重新登录并发送新令牌。具体原因请查 IAM 审计日志，管理员可查看 30 天内的记录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The gateway does not know this session</source>
        <translation>网关中不存在此会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: {meaning}. This says nothing about the session.</source>
        <translation>{code}：{meaning}。这不能说明会话的任何情况。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The call is not permitted</source>
        <translation>调用未获许可</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: {meaning}. Whether the session is valid cannot be told.</source>
        <translation>{code}：{meaning}。无法判断会话是否有效。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The call was refused, and by whom cannot be told</source>
        <translation>调用被拒绝，无法判断由谁拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code} is also a code of the session service, but the answer has not its form: whether the session is valid cannot be told.</source>
        <translation>{code} 也是会话服务的代码，但响应不是其格式：无法判断会话是否有效。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Check the gateway&apos;s address, and ask its administrators what answered.</source>
        <translation>请检查网关地址，并向网关管理员询问是什么作出了响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The call was refused, for a reason not documented here</source>
        <translation>调用被拒绝，原因未见于文档</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: the message is about LDAP, not about a session.</source>
        <translation>{code}：消息与 LDAP 有关，与会话无关。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Tell the gateway&apos;s administrators the code and the message.</source>
        <translation>请将代码和消息告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The call was refused without a code</source>
        <translation>调用被拒绝，没有给出代码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>The answer says no more than that it refuses.</source>
        <translation>响应只表示拒绝，没有更多说明。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>Tell the gateway&apos;s administrators, with the time of the call.</source>
        <translation>请将调用时间告知网关管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: documented elsewhere as “{words}”.</source>
        <translation>{code}：在其他文档中记载为“{words}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: “{words}” ({source}).</source>
        <translation>{code}：“{words}”（{source}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: not documented; by its digits perhaps “{words}”, which is a guess.</source>
        <translation>{code}：文档未记载；按数字推测可能是“{words}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <source>{code}: not documented.</source>
        <translation>{code}：文档未记载。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/refusal_rules.py"/>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <location filename="../../inspector_app/session/presentation/outline_rows.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>not documented</source>
        <translation>文档未记载</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/retry_after.py"/>
        <source>Wait {span}, then inspect again.</source>
        <translation>请等待 {span}，然后重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/retry_after.py"/>
        <source>The time for which it asked to wait is over: inspect again.</source>
        <translation>要求等待的时间已过：请重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/retry_after.py"/>
        <source>Wait until {instant}, then inspect again.</source>
        <translation>请等到 {instant}，然后重新检查。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/rule_context.py"/>
        <source>{sentence} It says “{message}”.</source>
        <translation>{sentence}返回消息：“{message}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>Works in “{working}”, home is “{home}”</source>
        <translation>当前组织为“{working}”，归属组织为“{home}”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>Works in “{working}”, not in “{expected}” as expected</source>
        <translation>当前组织为“{working}”，不是预期的“{expected}”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>The session ends in about {left}, by the estimate</source>
        <translation>估计会话约 {left}后结束</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>The session was refreshed before it was created, by its times</source>
        <translation>按其时间，会话在创建之前就已刷新</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>The last refresh lies in the future, by this computer’s clock</source>
        <translation>按本机时钟，最近刷新时间在将来</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>The last refresh lies in the future, by the gateway&apos;s clock</source>
        <translation>按网关时钟，最近刷新时间在将来</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>The session’s creation lies in the future, by this computer’s clock</source>
        <translation>按本机时钟，会话的创建时间在将来</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>The session&apos;s creation lies in the future, by the gateway&apos;s clock</source>
        <translation>按网关时钟，会话的创建时间在将来</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>This computer&apos;s clock said {local} when the gateway&apos;s said {gateway}: {span} apart</source>
        <translation>网关时钟为 {gateway} 时，本机的时钟为 {local}：相差 {span}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_findings.py"/>
        <source>Accepted after its fixed end: here the end seems to count from the last refresh</source>
        <translation>固定到期之后仍被接受：此处到期时间似乎从最近一次刷新算起</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The user&apos;s account is disabled</source>
        <translation>用户的账号已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The session exists, but the account&apos;s state is 1: disabled.</source>
        <translation>会话存在，但账号的 state 为 1：已禁用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Ask an administrator of the organization to enable the account.</source>
        <translation>请组织管理员启用该账号。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The user&apos;s password has expired</source>
        <translation>用户的密码已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>It expired {span} ago. The session itself was accepted.</source>
        <translation>密码在 {span}前过期。会话本身已被接受。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Ask the user to set a new password and to sign in again.</source>
        <translation>请用户设置新密码并重新登录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The user must change the password</source>
        <translation>用户必须修改密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The session was accepted, but the account is marked: password change required.</source>
        <translation>会话已被接受，但账号被标记为必须修改密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Ask the user to change the password and to sign in again.</source>
        <translation>请用户修改密码并重新登录。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Session valid, but its access is limited</source>
        <translation>会话有效，但访问受限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Its status is 0: initialized. Perhaps signing in was not finished (MFA, SSO).</source>
        <translation>其 status 为 0：已初始化。登录可能没有完成（MFA、SSO）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The session was accepted, but its times say that it is over</source>
        <translation>会话已被接受，但按其时间已经结束</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The gateway answered {span} after the estimated end: a clock is wrong, or the end is counted in another way.</source>
        <translation>网关在估计到期 {span}后才响应：时钟有误，或到期时间的算法不同。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Take the session as valid, and its times as unknown.</source>
        <translation>请按会话有效处理，时间信息不可采信。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>The gateway returns no permissions: if something is refused, check the user&apos;s permissions next.</source>
        <translation>网关不返回权限：如果有操作被拒绝，请接着检查权限。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Session valid, but not in the organization expected</source>
        <translation>会话有效，但不在预期的组织中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Session valid</source>
        <translation>会话有效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>When it ends cannot be told.</source>
        <translation>无法判断何时结束。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Session valid, about {left} left, but not in the organization expected</source>
        <translation>会话有效，剩余约 {left}，但不在预期的组织中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Session valid, about {left} left</source>
        <translation>会话有效，剩余约 {left}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Session was valid when asked, and may have ended since</source>
        <translation>检查时会话有效，此后可能已结束</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Its estimated end was {span} ago.</source>
        <translation>其估计到期时间在 {span}前。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Inspect it again to see whether it is still there.</source>
        <translation>请重新检查，确认会话是否仍在。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Estimated from the session&apos;s creation.</source>
        <translation>按会话创建时间估算。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Estimated from the last refresh.</source>
        <translation>按最近一次刷新估算。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>Estimated from the last refresh; {span} less if the end is fixed.</source>
        <translation>按最近一次刷新估算；若有效期固定，则少 {span}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/session_rules.py"/>
        <source>{detail} By this computer’s clock: the gateway’s is not known.</source>
        <translation>{detail}以上按本机时钟计算，网关时钟未知。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_model.py"/>
        <source>Organization admin</source>
        <translation>组织管理员</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_model.py"/>
        <source>Platform admin</source>
        <translation>平台管理员</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_model.py"/>
        <source>Gateway or network</source>
        <translation>网关或网络</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_model.py"/>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Sign in again and send the new token</source>
        <translation>重新登录，并发送新令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If the user cannot, reset the password</source>
        <translation>如果用户无法操作，请重置密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If something is refused, check the user&apos;s permissions</source>
        <translation>若操作被拒绝，请检查该用户的权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Look into the IAM audit log (30 days) for what happened</source>
        <translation>查看 IAM 审计日志（30 天），了解发生了什么</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Inspect again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it stays so, look up the call by its time and request id</source>
        <translation>若仍如此，请按时间和请求 ID 查找该调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check that the whole token was pasted, and not another one</source>
        <translation>确认粘贴的是完整且正确的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check that this is the environment where the user signs in</source>
        <translation>确认这是用户登录的环境</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check the gateway&apos;s address: in the console under Help, Environment Information</source>
        <translation>核对网关地址：在控制台的“帮助 &gt; 环境信息”中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check the network and the VPN</source>
        <translation>检查网络和 VPN</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check that the gateway runs and can be reached from here</source>
        <translation>确认网关正在运行，且可从本机访问</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check whether a proxy or a login page stands between</source>
        <translation>检查中间是否有代理或登录页面</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check this computer&apos;s date and time</source>
        <translation>检查本机的日期和时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check AccessKey and SecretKey in the environment&apos;s settings</source>
        <translation>检查环境设置中的 AccessKey 和 SecretKey</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Give the gateway a certificate that is valid for it</source>
        <translation>为网关配置有效的证书</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Let the gateway speak a version of TLS that is still safe</source>
        <translation>让网关使用仍然安全的 TLS 版本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If the gateway is private, add its root certificate to the environment</source>
        <translation>若网关为私有，请将其根证书添加到环境中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check the proxy in the environment&apos;s settings</source>
        <translation>检查环境设置中的代理</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Add the proxy&apos;s user and password to the environment</source>
        <translation>在环境中填写代理的用户和密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Say how the gateway is reached through the proxy</source>
        <translation>说明如何通过代理访问网关</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Change the password, then sign in again</source>
        <translation>修改密码，然后重新登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Enable the account, if it is to be used</source>
        <translation>若该账号仍需使用，请启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Sign in again once it is enabled</source>
        <translation>启用后重新登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Finish signing in, or sign out and sign in again</source>
        <translation>完成登录，或登出后重新登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it stays limited, check how the account has to sign in (MFA, SSO)</source>
        <translation>若仍受限，请检查该账号的登录方式（MFA、SSO）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If this computer is right, check the gateway&apos;s clock</source>
        <translation>若本机时间正确，请检查网关的时钟</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Enable the organization, if it is to be used</source>
        <translation>若该组织应继续使用，请启用它</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Meanwhile, switch to another organization in the organization menu</source>
        <translation>在此期间，请在组织菜单中切换到其他组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check whether the user belongs to the organization</source>
        <translation>检查该用户是否属于该组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Sign in again, and choose an organization from the menu</source>
        <translation>重新登录，并在菜单中选择组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Approve the organization, or say why it is not approved</source>
        <translation>批准该组织，或说明未批准的原因</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Choose an organization in the portal</source>
        <translation>在应用门户中选择组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If there is none to choose, add the user to one</source>
        <translation>如果没有可选的组织，请将用户加入组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Sign out of the portal and sign in again</source>
        <translation>登出应用门户，然后重新登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it stays so, look in the portal&apos;s audit records</source>
        <translation>如果仍然如此，请查看应用门户的审计记录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Switch to the expected organization in the organization menu</source>
        <translation>在组织菜单中切换到预期的组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Add the user to the expected organization</source>
        <translation>将该用户加入预期的组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Set a new password, then sign in again</source>
        <translation>设置新密码，然后重新登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Tell in which organization the work is to be done</source>
        <translation>告知需要在哪个组织中工作</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check whether that organization still exists</source>
        <translation>检查该组织是否仍存在</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Tell whether the account is in use on another device</source>
        <translation>告知该账号是否正在其他设备上使用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check the application&apos;s name, or ask by its AccessKey</source>
        <translation>核对应用名称，或改用其 AccessKey</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it belongs to another organization, switch to that one</source>
        <translation>如果它属于其他组织，请切换到该组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it is to be used here, add the application to the organization</source>
        <translation>如果需要在此使用，请将该应用添加到组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Switch the application on in the organization, if it is to be used</source>
        <translation>如果需要使用，请在组织中启用该应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it is to be used here, have the organization purchase the application</source>
        <translation>如果需要在此使用，请让组织购买该应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Give the user access to the application in the portal</source>
        <translation>在应用门户中为用户授予该应用的访问权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check that the application may use this API</source>
        <translation>确认该应用有权使用此 API</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Use the network or VPN that is allowed</source>
        <translation>使用允许的网络或 VPN</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Allow the IP address of this computer</source>
        <translation>允许本机的 IP 地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Check which permission is missing for this call</source>
        <translation>检查此调用缺少哪项权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If none is, check whether the call is open to users</source>
        <translation>若不缺权限，请检查此调用是否对用户开放</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Wait as long as the gateway asks, then inspect again</source>
        <translation>按网关要求等待，然后重新检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it happens often, raise the limit of calls</source>
        <translation>若经常发生，请提高调用频率限制</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Inspect again in a few minutes</source>
        <translation>几分钟后重新检查</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Inspect the user&apos;s token, or open its session&apos;s answer</source>
        <translation>检查用户的令牌，或打开其会话的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Look up the code, the message and the time of the call</source>
        <translation>按代码、消息和调用时间查找原因</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Enter a local relay that signs in for you, such as Px or Cntlm, as the proxy</source>
        <translation>将代为登录的本地中继（例如 Px 或 Cntlm）填写为代理</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Choose the client certificate in the environment’s settings</source>
        <translation>在环境的设置中选择客户端证书</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Issue a client certificate, or name an address that wants none</source>
        <translation>签发客户端证书，或提供不要求证书的地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Say why the client certificate is refused, or issue another</source>
        <translation>说明客户端证书被拒绝的原因，或签发另一张</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Choose the client certificate again, and enter its password</source>
        <translation>重新选择客户端证书，并输入其密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Choose another certificate file, or none</source>
        <translation>选择其他证书文件，或不使用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it stays, report it to the makers of this app</source>
        <translation>若仍如此，请报告给本程序的开发者</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Ask for the application again, by its AccessKey</source>
        <translation>用 AccessKey 重新检查该应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Keep answers about sessions out of caches</source>
        <translation>不要缓存与会话有关的响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Look up what the unknown state means</source>
        <translation>查明未知状态的含义</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If it is not in that menu, add the user to the organization</source>
        <translation>若菜单中没有该组织，请将用户加入其中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>If that is not intended, switch back in the organization menu</source>
        <translation>若非有意如此，请在组织菜单中切换回去</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Save the work, and sign in again when it ends</source>
        <translation>保存工作，会话到期后重新登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Change the password before it expires</source>
        <translation>在密码过期前修改</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/step_tables.py"/>
        <source>Send the session ID instead of that token</source>
        <translation>发送会话 ID，而不是该令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>The password expires in {left}</source>
        <translation>密码将在 {left}后过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>The EnOS password expired {span} ago</source>
        <translation>EnOS 密码在 {span}前过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>The password&apos;s date is too early to be one: it proves nothing</source>
        <translation>密码过期时间过早，不合常理，不能说明任何问题</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>The password&apos;s date is over, which proves nothing: SSO does not use it</source>
        <translation>密码过期时间已过，但 SSO 不使用该时间，不能说明任何问题</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>The password&apos;s date is over, which proves nothing: the kind of account is not known</source>
        <translation>密码过期时间已过，但账号的认证类型未知，不能说明任何问题</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>The e-mail address is not verified</source>
        <translation>邮箱地址未验证</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>The phone number is not verified</source>
        <translation>手机号码未验证</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>Multi-factor authentication is off</source>
        <translation>多因子认证已关闭</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>Signed in by SSO: the password fields mean little</source>
        <translation>通过 SSO 登录：密码字段仅供参考</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>LDAP account: its password is kept outside of EnOS</source>
        <translation>LDAP 账号：密码保存在 EnOS 之外</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>SSO account: EnOS does not use its password fields</source>
        <translation>SSO 账号：EnOS 不使用其密码字段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/user_findings.py"/>
        <source>Role not certain: {readings}</source>
        <translation>角色不确定：{readings}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict.py"/>
        <source>{detail} {party}.</source>
        <translation>{detail}{party}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Access limited</source>
        <translation>访问受限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Password change due</source>
        <translation>须修改密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Not a member</source>
        <translation>不是成员</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Contradictory</source>
        <translation>自相矛盾</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Token not valid</source>
        <translation>令牌无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Organization not found</source>
        <translation>未找到组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>No organization chosen</source>
        <translation>未选择组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Signed in elsewhere</source>
        <translation>已在别处登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Application not listed</source>
        <translation>应用不在列表中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Application switched off</source>
        <translation>应用已停用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Application not purchased</source>
        <translation>应用未购买</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>No access to application</source>
        <translation>无权访问该应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Application refused</source>
        <translation>应用被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Address refused</source>
        <translation>地址被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>No permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Too many requests</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Gateway error</source>
        <translation>网关错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Wrong path</source>
        <translation>路径错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Another call</source>
        <translation>其他调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Not EnOS</source>
        <translation>不是 EnOS</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Redirected</source>
        <translation>被重定向</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Certificate refused</source>
        <translation>证书被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/diagnosis/verdict_words.py"/>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>EnOS documentation 2.1, 2.2</source>
        <translation>EnOS 文档 2.1、2.2</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>EnOS documentation 2.3+</source>
        <translation>EnOS 文档 2.3+</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>EnOS documentation of the login call</source>
        <translation>EnOS 登录调用文档</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>EnOS documentation of the token service</source>
        <translation>EnOS 令牌服务文档</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>EnOS documentation, general codes</source>
        <translation>EnOS 文档，通用代码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>EnOS documentation of the gateway</source>
        <translation>EnOS 网关文档</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>EnOS documentation of the Application Portal</source>
        <translation>EnOS 应用门户文档</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the vendor&apos;s common list of codes</source>
        <translation>厂商的通用代码表</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>inferred from the vendor&apos;s common list of codes</source>
        <translation>由厂商的通用代码表推断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>seen in public clients of the Application Portal</source>
        <translation>见于应用门户的公开客户端</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>success</source>
        <translation>成功</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <location filename="../../inspector_app/session/parsing/field_spec.py"/>
        <source>EnOS documentation 2.1 to 2.4</source>
        <translation>EnOS 文档 2.1 至 2.4</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the bearer token is not valid</source>
        <translation>Bearer 令牌无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>session information is not found</source>
        <translation>未找到会话信息</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>session expired, or organization not found</source>
        <translation>会话已过期，或组织不存在</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>wrong account or password, or wrong LDAP mapping</source>
        <translation>账号或密码错误，或 LDAP 映射错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>password expired</source>
        <translation>密码已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>too many failed logins</source>
        <translation>登录失败次数过多</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>account or LDAP login disabled</source>
        <translation>账号或 LDAP 登录已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>invalid parameter</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>no permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>repeated request</source>
        <translation>重复请求</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application&apos;s key does not exist</source>
        <translation>应用的密钥不存在</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application&apos;s signature is not valid</source>
        <translation>应用的签名无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>a parameter is empty</source>
        <translation>有参数为空</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application&apos;s access token has expired</source>
        <translation>应用的访问令牌已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application&apos;s access token was not refreshed</source>
        <translation>应用的访问令牌未刷新</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the gateway cannot read the request</source>
        <translation>网关无法读取请求</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>invalid authentication credentials</source>
        <translation>身份认证凭据无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>your IP address is not allowed</source>
        <translation>您的 IP 地址不被允许</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the request is too large</source>
        <translation>请求过大</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>too many requests</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>an unexpected error occurred</source>
        <translation>发生意外错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the service is unavailable</source>
        <translation>服务不可用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application&apos;s AccessKey is missing</source>
        <translation>缺少应用的 AccessKey</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>please log in first</source>
        <translation>请先登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the user has no access to the application</source>
        <translation>用户无权访问该应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application does not exist, or was not purchased</source>
        <translation>应用不存在，或未购买</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>perhaps signed in elsewhere</source>
        <translation>可能已在另一地点登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>perhaps the token has expired</source>
        <translation>令牌可能已过期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>no organization was chosen</source>
        <translation>未选择组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the organization has not purchased the application</source>
        <translation>组织未购买该应用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the portal token is over</source>
        <translation>门户令牌已失效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the Application Portal denied the call</source>
        <translation>应用门户拒绝了调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>not authenticated</source>
        <translation>未通过身份认证</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>exists already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>exhausted: too many requests</source>
        <translation>配额用尽：请求过于频繁</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application&apos;s timestamp or signature was refused</source>
        <translation>应用的时间戳或签名被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the application may not use this API</source>
        <translation>该应用无权使用此 API</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>an error of the client</source>
        <translation>客户端错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>service unavailable</source>
        <translation>服务不可用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>the service did not answer in time</source>
        <translation>服务响应超时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>not supported for this resource</source>
        <translation>此资源不支持该操作</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>IAM</source>
        <translation>IAM</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>Application Portal</source>
        <translation>应用门户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>time series</source>
        <translation>时序数据</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>any service</source>
        <translation>通用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>a code of the service {service}</source>
        <translation>服务“{service}”的代码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/answer_codes.py"/>
        <source>{words} ({service})</source>
        <translation>{words}（{service}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/body_beginning.py"/>
        <source>The answer is compressed, and no header says so.</source>
        <translation>响应已被压缩，但没有响应头说明这一点。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/body_beginning.py"/>
        <source>The answer seems to be in {encoding}, not in UTF-8.</source>
        <translation>响应的编码似乎是 {encoding}，而不是 UTF-8。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/body_beginning.py"/>
        <source>The answer is a text, not JSON.</source>
        <translation>响应是纯文本，不是 JSON。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>EnOS documentation 2.3 and later</source>
        <translation>EnOS 文档 2.3 及更高版本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <source>EnOS documentation 2.1 to 2.4; seconds inferred from the size</source>
        <translation>EnOS 文档 2.1 至 2.4；按大小推断为秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <source>the session ID: the credential itself</source>
        <translation>会话 ID：即凭据本身</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <source>initialized: access is limited</source>
        <translation>已初始化：访问受限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>no SSO login</source>
        <translation>无 SSO 登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>SSO login</source>
        <translation>SSO 登录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>who signed in</source>
        <translation>登录者</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>the current organization</source>
        <translation>当前组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <source>where the account was created</source>
        <translation>创建账号的组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>name of the organization</source>
        <translation>组织名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>id of the organization</source>
        <translation>组织 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/documented_fields.py"/>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>technical account name, not an internet domain</source>
        <translation>技术账号名，不是互联网域名</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>EnOS documentation 2.1 to 2.4; UTC inferred from the ids</source>
        <translation>EnOS 文档 2.1 至 2.4；按 ID 推断为 UTC</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>undefined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>no such session or no such organization: the message alone tells which</source>
        <translation>没有该会话或没有该组织：仅消息能说明是哪一种</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>the provided bearer token is not valid</source>
        <translation>提供的 Bearer 令牌无效</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>the organization is disabled</source>
        <translation>组织已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>the organization has quit</source>
        <translation>组织已退出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>not approved</source>
        <translation>未批准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>approved</source>
        <translation>批准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>disapproved</source>
        <translation>不批准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>words about the approval</source>
        <translation>审批说明</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>not certified</source>
        <translation>未认证</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>certified</source>
        <translation>认证</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>individual</source>
        <translation>个人</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>enterprise</source>
        <translation>企业</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>the user who owns the organization</source>
        <translation>组织所有者的用户 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>when the organization was created</source>
        <translation>组织创建时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>who created the organization</source>
        <translation>组织创建者</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>the system, inferred from the 0</source>
        <translation>系统（由 0 推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>resource id of the organization</source>
        <translation>组织的资源 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <source>code of the organization</source>
        <translation>组织代码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/organization_fields.py"/>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>additional information</source>
        <translation>附加信息</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/parse_errors.py"/>
        <source>A control character ({character}) stands where none may.</source>
        <translation>出现不允许的控制字符（{character}）。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/parse_errors.py"/>
        <source>“{character}” stands where JSON does not allow it.</source>
        <translation>“{character}”出现在 JSON 不允许的位置。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/parse_errors.py"/>
        <source>{word} is not a number in JSON.</source>
        <translation>{word} 不是 JSON 中的数字。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/parse_errors.py"/>
        <source>A number has more than {limit} characters.</source>
        <translation>有数字超过 {limit} 个字符。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/parse_errors.py"/>
        <source>The answer ends in the middle.</source>
        <translation>响应在中间断开。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>EnOS documentation of the Application Portal, newer releases</source>
        <translation>EnOS 应用门户文档，较新版本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>perhaps switched off in the organization</source>
        <translation>在组织中可能已停用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>perhaps switched on in the organization</source>
        <translation>在组织中可能已启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>the user&apos;s id</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>login name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>id of the current organization</source>
        <translation>当前所在组织的 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>the portal token: the credential itself</source>
        <translation>门户令牌：即凭据本身</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>display name</source>
        <translation>显示名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>account of the portal</source>
        <translation>应用门户的账号</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>account of a third party</source>
        <translation>第三方账号</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>when the user joined the current organization</source>
        <translation>用户加入当前所在组织的时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>name of the application</source>
        <translation>应用名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>name of the application, as it is shown</source>
        <translation>应用的显示名称</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>identifier of the application</source>
        <translation>应用标识</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/portal_fields.py"/>
        <source>id of the application</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>a list</source>
        <translation>数组</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>one of several types</source>
        <translation>多种类型之一</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{found} where {expected} is documented</source>
        <translation>{found}，而文档为{expected}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>a session came</source>
        <translation>返回了会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>no session came</source>
        <translation>没有返回会话</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field} says success</source>
        <translation>{field} 表示成功</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field} says refusal</source>
        <translation>{field} 表示拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{count} sessions came; the first one is read</source>
        <translation>返回了 {count} 个会话；读取第一个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field} is missing</source>
        <translation>缺少 {field}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field} is not documented</source>
        <translation>{field} 未见于文档</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field} is null</source>
        <translation>{field} 为 null</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field} is {wrong}</source>
        <translation>{field} 是{wrong}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field}: no meaning is known for {value}</source>
        <translation>{field}：{value} 的含义未知</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/schema_notes.py"/>
        <source>{field} and {other} differ</source>
        <translation>{field} 与 {other} 不同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/strict_json.py"/>
        <source>More text follows after the end of the answer.</source>
        <translation>响应结尾之后还有其他文本。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/strict_json.py"/>
        <source>The answer begins with a byte order mark, which JSON should not have.</source>
        <translation>响应以字节顺序标记开头，JSON 不应有此标记。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/strict_json.py"/>
        <source>Names that stand more than once in one object: {names}. Every value is kept; the last one counts.</source>
        <translation>同一对象中多次出现的名称：{names}。所有值都保留；以最后一个为准。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/strict_json.py"/>
        <source>Whole numbers beyond 2^53, which other programs may round: {numbers}.</source>
        <translation>超出 2^53 的整数，其他程序可能会舍入：{numbers}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/strict_json.py"/>
        <source>The answer holds bytes that are not UTF-8 text.</source>
        <translation>响应中有不是 UTF-8 文本的字节。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/strict_json.py"/>
        <source>The answer is nested more than {limit} levels deep.</source>
        <translation>响应的嵌套超过 {limit} 层。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_codes.py"/>
        <source>{field} unknown ({value})</source>
        <translation>{field} 未知（{value}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_codes.py"/>
        <source>type {number}: {readings}</source>
        <translation>type {number}：{readings}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_codes.py"/>
        <source>{words}; {readings}</source>
        <translation>{words}；{readings}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>EnOS documentation 2.1 to 2.4; milliseconds inferred</source>
        <translation>EnOS 文档 2.1 至 2.4；推断为毫秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>in EnOS&apos;s sample answer, not documented</source>
        <translation>见于 EnOS 的响应示例，文档未说明</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>EnOS documentation: the login page and the SSO user page disagree</source>
        <translation>EnOS 文档：登录页与 SSO 用户页的说明不一致</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>EnOS documentation 2.1 to 2.4; of an older policy, perhaps out of date</source>
        <translation>EnOS 文档 2.1 至 2.4；属旧策略，可能已过时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>not verified</source>
        <translation>未验证</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>user by one table of the documentation, not in the other</source>
        <translation>按文档其中一张表为普通用户，另一张表没有此值</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>owner or user, by which table of the documentation</source>
        <translation>组织所有者或普通用户，取决于以文档哪张表为准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>owner or admin, by which table of the documentation</source>
        <translation>组织所有者或组织管理员，取决于以文档哪张表为准</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>admin by one table of the documentation, not in the other</source>
        <translation>按文档其中一张表为组织管理员，另一张表没有此值</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>enabled</source>
        <translation>已启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>EnOS account</source>
        <translation>EnOS 账号</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>LDAP account</source>
        <translation>LDAP 账号</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>SSO account</source>
        <translation>SSO 账号</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>by SMS</source>
        <translation>通过短信</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>by email</source>
        <translation>通过邮箱</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>by SMS or email, as the user chooses</source>
        <translation>手机或邮箱验证，由用户选择</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>password must be changed</source>
        <translation>必须修改密码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>strong</source>
        <translation>强</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>very strong</source>
        <translation>很强</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>when the password expires</source>
        <translation>密码过期时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>when the account was created</source>
        <translation>账号创建时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>e-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>phone number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>country code of the phone number</source>
        <translation>手机号码的国家代码</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>the user&apos;s organization</source>
        <translation>用户的组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>where the user is an external user, inferred from the name</source>
        <translation>用户在其中为外部用户的组织（由名称推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>resource id of the user</source>
        <translation>用户的资源 ID</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>who created the account</source>
        <translation>账号的创建者</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/parsing/user_fields.py"/>
        <source>technical account name; of an SSO account, its identity provider</source>
        <translation>技术账号名；SSO 账号则为其身份提供方</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/portal_host.py"/>
        <source>This looks like the web site of a portal. The gateway&apos;s name usually begins with apim- or ag-.</source>
        <translation>这看起来是门户网站的地址。网关的主机名通常以 apim- 或 ag- 开头。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>perhaps</source>
        <translation>可能</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>perhaps not</source>
        <translation>可能未启用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>not asked: it is switched off</source>
        <translation>未检查：已停用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>menus {menus}, permissions {permissions}</source>
        <translation>菜单 {menus} 个，权限 {permissions} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>refused: {code}</source>
        <translation>被拒绝：{code}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <location filename="../../inspector_app/session/presentation/unset_fields.py"/>
        <source>{names}, {count} more</source>
        <translation>{names}，另有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/application_outline.py"/>
        <source>{url}, {count} below it</source>
        <translation>{url}，下有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>All organizations</source>
        <translation>所有组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>User in the portal</source>
        <translation>应用门户中的用户</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>Access to the application</source>
        <translation>对该应用的访问权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>Access to an application</source>
        <translation>对某个应用的访问权限</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>the answer has no documented form</source>
        <translation>响应不是文档所述的形式</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>from a cache, and older than the call</source>
        <translation>来自缓存，早于本次调用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <location filename="../../inspector_app/session/presentation/outline_builder.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>All organizations ({count})</source>
        <translation>所有组织（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/companion_groups.py"/>
        <source>Applications ({count})</source>
        <translation>应用（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>differs from home</source>
        <translation>与归属组织不同</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>works in the home organization</source>
        <translation>在归属组织中工作</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>{span} session</source>
        <translation>会话时长 {span}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>perhaps: {guess}</source>
        <translation>可能是：{guess}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>idle {span}</source>
        <translation>空闲 {span}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>about {span} left</source>
        <translation>剩余约 {span}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/group_summaries.py"/>
        <source>over by about {span}, by the estimate</source>
        <translation>估计已超过约 {span}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>too early to be a password&apos;s date</source>
        <translation>过早，不可能是密码过期时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>read as seconds</source>
        <translation>按秒解读</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>read as milliseconds</source>
        <translation>按毫秒解读</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>read as UTC</source>
        <translation>按 UTC 解读</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>{time} ({label})</source>
        <translation>{time}（{label}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>perhaps never, or not applicable</source>
        <translation>可能表示“永不”或不适用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>perhaps it means “never”</source>
        <translation>可能表示“永不”</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>not a date; {words}</source>
        <translation>不是日期；{words}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>no date: perhaps it was not noted</source>
        <translation>不是日期：可能未记录</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>never verified, inferred from 1970</source>
        <translation>从未验证（由 1970 推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>not a span of time</source>
        <translation>不是时长</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>{span}: ends about {end} if it slides</source>
        <translation>{span}：若顺延，约 {end} 到期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>{span}: ends about {end} if it is fixed</source>
        <translation>{span}：若固定，约 {end} 到期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>created {date}, inferred from the id</source>
        <translation>创建于 {date}（由 ID 推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/instant_meanings.py"/>
        <source>{about}; created {date}, inferred from the id</source>
        <translation>{about}；创建于 {date}（由 ID 推断）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>not documented; perhaps {time}</source>
        <translation>文档未记载；可能是 {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>entries: {count}</source>
        <translation>共 {count} 项</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>fields: {count}</source>
        <translation>共 {count} 个字段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>null where a value is documented</source>
        <translation>文档要求有值，实际为 null</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>none given</source>
        <translation>未给出</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>{unknown}; perhaps: {guess}</source>
        <translation>{unknown}；可能是：{guess}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>{words} ({source})</source>
        <translation>{words}（{source}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>{about}; fingerprint {fingerprint}</source>
        <translation>{about}；指纹 {fingerprint}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>never: not applicable to an SSO account</source>
        <translation>永不：不适用于 SSO 账号</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>not used by an SSO account</source>
        <translation>SSO 账号不使用</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>{words}; {size}</source>
        <translation>{words}；{size}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/meanings.py"/>
        <source>{words} ({wrong})</source>
        <translation>{words}（{wrong}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/outline_builder.py"/>
        <source>Not set ({count})</source>
        <translation>未设置（{count}）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>points to EnOS</source>
        <translation>指向 EnOS</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>points to the gateway</source>
        <translation>指向网关</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>points to something in front of the gateway</source>
        <translation>指向网关之前的设备或服务</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>points to nobody alone</source>
        <translation>不能单独说明</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/party_facts.py"/>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>looking up the gateway’s name</source>
        <translation>解析网关域名</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>opening the connection</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>TLS handshake</source>
        <translation>TLS 握手</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>until the answer began</source>
        <translation>等待首字节</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>until the answer was whole</source>
        <translation>接收完整响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>on this computer, before the call</source>
        <translation>发出请求前的本机准备</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/phase_spans.py"/>
        <source>{about}: failed</source>
        <translation>{about}：失败</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/record_list.py"/>
        <source>holds a credential</source>
        <translation>含有凭据</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>the call was answered</source>
        <translation>调用已得到响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>sent elsewhere</source>
        <translation>被重定向</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>the call was refused</source>
        <translation>调用被拒绝</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>the other side reports an error of its own</source>
        <translation>对方报告自身错误</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>arrived</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>taken, by its Date</source>
        <translation>取得时间，按其 Date</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>date of the file</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>fingerprint {fingerprint}, perhaps sent</source>
        <translation>指纹 {fingerprint}，可能已发送</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>fingerprint {fingerprint}, not sent</source>
        <translation>指纹 {fingerprint}，未发送</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>failure</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>the call failed in it</source>
        <translation>调用在此阶段失败</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>failed</source>
        <translation>失败时间</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>No answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>the HTTP status was not saved</source>
        <translation>HTTP 状态未保存</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>documented for the gateway: {words}</source>
        <translation>网关文档：{words}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>Time</source>
        <translation>耗时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>straight to the gateway: the system&apos;s proxy script is not run</source>
        <translation>直接连接网关：不运行系统的代理脚本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>straight to the gateway, without a proxy</source>
        <translation>直接连接网关，不经代理</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>host</source>
        <translation>主机</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>says which certificates are trusted</source>
        <translation>决定信任哪些证书</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>trust store</source>
        <translation>信任库</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>cipher</source>
        <translation>加密套件</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>certificate of</source>
        <translation>证书主体</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>not encrypted: it did not leave this computer</source>
        <translation>未加密：未离开本机</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>cannot be told from this answer</source>
        <translation>无法从此响应判断</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>ahead of this computer by</source>
        <translation>比本机快</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>behind this computer by</source>
        <translation>比本机慢</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>{skew} {span} s, give or take {uncertainty} s</source>
        <translation>{skew} {span} 秒，误差 {uncertainty} 秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/request_facts.py"/>
        <source>Response headers</source>
        <translation>响应头</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>created {time}</source>
        <translation>创建 {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>refreshed {time}</source>
        <translation>刷新 {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>now {time}</source>
        <translation>现在 {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>{time} if fixed</source>
        <translation>{time}（若固定）</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>ends about {time}</source>
        <translation>约 {time} 到期</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>password expires {time}</source>
        <translation>密码过期 {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>Session created {time}</source>
        <translation>会话创建：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>Session refreshed {time}</source>
        <translation>会话刷新：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>End if the lifetime counts from the creation: {time}</source>
        <translation>到期（若从创建算起）：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>Estimated end, counted from the last refresh: {time}</source>
        <translation>估计到期（按最近一次刷新推算）：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>The password expires {time}</source>
        <translation>密码过期：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>password expired {time}</source>
        <translation>密码已过期 {time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>The password expired {time}</source>
        <translation>密码已过期：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>Estimated end, counted from the creation, as was seen: {time}</source>
        <translation>估计到期（经观察从创建算起）：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>Estimated end, counted from the last refresh, as was seen: {time}</source>
        <translation>估计到期（经观察按最近一次刷新推算）：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>{before}{mark}. </source>
        <translation>{before}{mark}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>The estimated end has passed</source>
        <translation>估计的到期时间已过</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>As it stood at {time}</source>
        <translation>当时的状态：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/timeline.py"/>
        <source>Now, on the gateway’s clock: {time}</source>
        <translation>现在（网关时钟）：{time}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/unset_fields.py"/>
        <source>null or empty; where a value is documented: {count}</source>
        <translation>为 null 或空；其中文档要求有值：{count} 个</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/presentation/unset_fields.py"/>
        <source>null or empty</source>
        <translation>为 null 或空</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{years} years</source>
        <translation>{years} 年</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{days} days {hours} h</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{span} ago</source>
        <translation>{span}前</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>in {span}</source>
        <translation>{span}后</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>times in {zone}</source>
        <translation>时间均为 {zone}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/time_format.py"/>
        <source>{date}, {distance}</source>
        <translation>{date}，{distance}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/trust_store.py"/>
        <source>operating system + {file}</source>
        <translation>操作系统和 {file}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/session/trust_store.py"/>
        <source>operating system</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment.py"/>
        <source>Use at most {limit} characters.</source>
        <translation>最多使用 {limit} 个字符。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment.py"/>
        <source>There is already an environment “{name}”.</source>
        <translation>已有环境“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_file.py"/>
        <source>This file is too large to be one of environments.</source>
        <translation>此文件过大，不会是环境文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_file.py"/>
        <source>This file is of a newer version of the app, which can read it.</source>
        <translation>此文件来自本程序的更新版本，请用该版本读取。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_file.py"/>
        <source>This is no file of environments.</source>
        <translation>这不是环境文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_mistakes.py"/>
        <source>Another environment has this name.</source>
        <translation>另一个环境已使用此名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_mistakes.py"/>
        <source>Another environment has this id.</source>
        <translation>另一个环境已使用此 id。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_tier.py"/>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_tier.py"/>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_tier.py"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/environment_tier.py"/>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>an object in braces</source>
        <translation>花括号中的对象</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>a list in brackets</source>
        <translation>方括号中的列表</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>a text in quotes</source>
        <translation>引号中的文本</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>This is not JSON, or nested too deeply.</source>
        <translation>这不是 JSON，或嵌套过深。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>Line {line}: {message}</source>
        <translation>第 {line} 行：{message}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>Line {line}, {place}: {message}</source>
        <translation>第 {line} 行，{place}：{message}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>{one} or {other}</source>
        <translation>{one}或{other}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>It must be {expected}.</source>
        <translation>必须是{expected}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>It must be one of: {choices}.</source>
        <translation>必须是以下之一：{choices}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>It stands here a second time, and the last one counts.</source>
        <translation>此处重复出现，以最后一个为准。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>A secret does not belong here: everybody on this computer can read it.</source>
        <translation>凭据不应写在这里：此计算机上的每个人都能读取。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>There is no member of this name, so it has no effect.</source>
        <translation>没有此名称的成员，因此不起作用。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>It is missing.</source>
        <translation>缺少此项。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>It must not be empty.</source>
        <translation>不能为空。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/file_mistakes.py"/>
        <source>It may have at most {limit} characters.</source>
        <translation>最多 {limit} 个字符。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/machine_environments.py"/>
        <source>It does not belong to an administrator.</source>
        <translation>该文件不属于管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/machine_environments.py"/>
        <source>Other users may change it.</source>
        <translation>其他用户可以更改该文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/machine_environments.py"/>
        <source>Other users may change a folder or link that leads to it.</source>
        <translation>其他用户可以更改通向该文件的文件夹或链接。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/machine_environments.py"/>
        <source>It is too large.</source>
        <translation>文件过大。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/machine_environments.py"/>
        <source>It could not be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/machine_environments.py"/>
        <source>Environments that your administrator set are not used: {path}. {why} Please tell your administrator.</source>
        <translation>未使用管理员设置的环境：{path}。{why}请告知管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/other_versions.py"/>
        <source>The settings are those of another version of this app, and are kept for it. This version starts with its defaults.</source>
        <translation>现有设置属于本程序的另一版本，将为其保留。此版本以默认设置启动。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/policies.py"/>
        <source>Your administrator has set this.</source>
        <translation>此项由管理员设置。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/policies.py"/>
        <source>Your administrator does not allow this.</source>
        <translation>管理员不允许此操作。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/policies.py"/>
        <source>Policies that your administrator set are not in force: {path}. {why} Please tell your administrator.</source>
        <translation>管理员设置的策略未生效：{path}。{why}请告知管理员。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/policies.py"/>
        <source>{place}: {why}</source>
        <translation>{place}：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/settings_file.py"/>
        <source>The settings could not be read, so the app starts with its defaults.</source>
        <translation>无法读取设置，因此本程序以默认设置启动。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/settings/settings_file.py"/>
        <source>The settings could not be read, so the app starts with its defaults. The old file is kept as {name}.</source>
        <translation>无法读取设置，因此本程序以默认设置启动。旧文件保留为 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>This name belongs to a device, not to a file. Choose another name.</source>
        <translation>此名称属于设备，而不是文件。请选择其他名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>The file is write-protected. Choose another name or remove the protection.</source>
        <translation>文件被写保护。请选择其他名称或解除保护。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>Another program has this file open. Close it there, or choose another name.</source>
        <translation>另一个程序打开了此文件。请在那里关闭它，或选择其他名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>This name cannot be used for a file. Choose another name.</source>
        <translation>此名称不能用作文件名。请选择其他名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>The file could not be written. Try again or choose another folder.</source>
        <translation>无法写入文件。请重试或选择其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>The disk is full. Free some space or choose another folder.</source>
        <translation>磁盘已满。请释放空间或选择其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>The disk is read-only. Choose another folder.</source>
        <translation>磁盘为只读。请选择其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>The folder does not exist. Choose another folder or create it first.</source>
        <translation>文件夹不存在。请选择其他文件夹或先创建它。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/atomic_file.py"/>
        <source>A folder has this name. Choose another name.</source>
        <translation>有同名的文件夹。请选择其他名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/growing_file.py"/>
        <source>This name does not belong to a file. Choose another one.</source>
        <translation>此名称对应的不是文件。请选择其他名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/growing_file.py"/>
        <source>This file belongs to another user. Choose another one.</source>
        <translation>此文件属于其他用户。请选择其他文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/growing_file.py"/>
        <source>The file cannot be opened for writing. Choose another folder or name.</source>
        <translation>无法打开该文件进行写入。请选择其他文件夹或名称。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/growing_file.py"/>
        <source>The disk is full. Free some space, then go on with the same file.</source>
        <translation>磁盘已满。请释放空间，然后用同一文件继续。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/growing_file.py"/>
        <source>The file could not be written any further.</source>
        <translation>无法继续写入该文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/growing_file.py"/>
        <source>Another program adds to this file. Wait for its end, or choose another one.</source>
        <translation>另一个程序正在写入此文件。请等待其结束，或选择其他文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/growing_file.py"/>
        <source>This file is too long to go on with. Choose another one.</source>
        <translation>此文件过长，无法继续使用。请选择其他文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/start_obstacles.py"/>
        <source>This computer&apos;s clock is set to a year that cannot be right. Set the clock.</source>
        <translation>本机时钟的年份不可能正确。请校准时钟。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/start_obstacles.py"/>
        <source>This user has no home folder. Set HOME to a folder for the settings.</source>
        <translation>当前用户没有主目录。请将 HOME 设为存放设置的文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/system/temporary_file.py"/>
        <source>No temporary file could be made. Save the file instead.</source>
        <translation>无法创建临时文件。请改为保存文件。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/backends.py"/>
        <source>Waiting for the Keychain: macOS asks whether this app may use its entry. “Always Allow” spares you the question until the app is updated.</source>
        <translation>正在等待钥匙串：macOS 询问是否允许本程序使用其条目。选择“始终允许”后，在程序更新之前不再询问。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/backends.py"/>
        <source>As chosen in the settings, the token is kept for this run only.</source>
        <translation>按设置中的选择，令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/backends.py"/>
        <source>No usable keyring was found on this computer; the token is kept for this run only.</source>
        <translation>本机上没有可用的密钥环；令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/backends.py"/>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring is not answering; the token is kept for this run only.</source>
        <translation>密钥环没有响应；令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/backends.py"/>
        <source>Windows Credential Manager</source>
        <translation>Windows 凭据管理器</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/backends.py"/>
        <source>macOS Keychain</source>
        <translation>macOS 钥匙串</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/backends.py"/>
        <source>Secret Service</source>
        <translation>Secret Service</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The kept token could not be read</source>
        <translation>无法读取已保存的令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The token could not be kept in the keyring</source>
        <translation>无法将令牌保存到密钥环</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The token could not be removed from the keyring</source>
        <translation>无法从密钥环删除令牌</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring was not unlocked</source>
        <translation>密钥环未解锁</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring is not answering.</source>
        <translation>密钥环没有响应。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring is locked.</source>
        <translation>密钥环已锁定。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring cannot be reached.</source>
        <translation>无法访问密钥环。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring refused.</source>
        <translation>密钥环拒绝了操作。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring did not give back what was written to it.</source>
        <translation>密钥环没有返回写入的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>What the keyring holds for this environment is damaged.</source>
        <translation>密钥环中此环境的内容已损坏。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring still holds the token after deleting it.</source>
        <translation>删除之后，密钥环中仍有令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The token and its gateway are too long for the keyring.</source>
        <translation>令牌及其网关过长，密钥环无法保存。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring&apos;s question was declined.</source>
        <translation>密钥环的询问被拒绝。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring waits for an answer to its question.</source>
        <translation>密钥环正在等待对其询问的回答。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring may still hold what was written to it.</source>
        <translation>密钥环中可能仍有写入的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>macOS did not let this app use its entry in the Keychain.</source>
        <translation>macOS 未允许本程序使用其钥匙串条目。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>That was not the password of the Keychain.</source>
        <translation>钥匙串密码不正确。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>macOS would have to ask whether this app may use the Keychain, and cannot ask now.</source>
        <translation>macOS 需要询问是否允许本程序使用钥匙串，但目前无法询问。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Try again and choose “Always Allow”. After an update of the app macOS asks once more.</source>
        <translation>请重试并选择“始终允许”。程序更新后，macOS 会再次询问。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Try again: it is usually the password with which you sign in on this computer.</source>
        <translation>请重试：通常是您登录本计算机所用的密码。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Unlock the screen, or sign in at the computer itself, then try again.</source>
        <translation>请解锁屏幕，或在计算机本机登录，然后重试。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Unlock the keyring, then try again.</source>
        <translation>请解锁密钥环，然后重试。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Answer it in the keyring&apos;s own window, then try again.</source>
        <translation>请在密钥环自己的窗口中回答，然后重试。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Paste the token again.</source>
        <translation>请重新粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Go on as usual; paste the token again after the next start.</source>
        <translation>可照常继续；下次启动后请重新粘贴令牌。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The token may still be in it: try again, or remove the entry of “EnOS Session Inspector” in your password program.</source>
        <translation>令牌可能仍在其中：请重试，或在密码管理程序中删除“EnOS Session Inspector”的条目。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>Try again, or go on without it: tokens are then kept for this run only.</source>
        <translation>请重试，或不使用密钥环继续：令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring is locked; the token is kept for this run only.</source>
        <translation>密钥环已锁定；令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring cannot be reached; the token is kept for this run only.</source>
        <translation>无法访问密钥环；令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring refused the token; it is kept for this run only.</source>
        <translation>密钥环拒绝了令牌；它仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring did not keep the token as written; it is kept for this run only.</source>
        <translation>密钥环没有按写入的内容保存令牌；它仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring did not replace the earlier token; this one is kept for this run only.</source>
        <translation>密钥环没有替换先前的令牌；这个令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The token and its gateway are too long for the keyring; it is kept for this run only.</source>
        <translation>令牌及其网关过长，密钥环无法保存；令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring&apos;s question was declined; the token is kept for this run only.</source>
        <translation>密钥环的询问被拒绝；令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The keyring waits for an answer to its question; the token is kept for this run only.</source>
        <translation>密钥环正在等待对其询问的回答；令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>The token may still be in the keyring, which did not give it back: remove the entry of “EnOS Session Inspector” in your password program. It is kept for this run only.</source>
        <translation>令牌可能仍在密钥环中，但密钥环没有返回它：请在密码管理程序中删除“EnOS Session Inspector”的条目。令牌仅在本次运行中保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>macOS did not let this app use the Keychain; the token is kept for this run only.</source>
        <translation>macOS 未允许本程序使用钥匙串；令牌仅在本次运行期间保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>That was not the password of the Keychain; the token is kept for this run only.</source>
        <translation>钥匙串密码不正确；令牌仅在本次运行期间保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/errors.py"/>
        <source>macOS could not ask for the Keychain; the token is kept for this run only.</source>
        <translation>macOS 无法询问钥匙串；令牌仅在本次运行期间保留。</translation>
    </message>
    <message>
        <location filename="../../inspector_app/vault/vault.py"/>
        <source>memory, for this run only</source>
        <translation>内存，仅限本次运行</translation>
    </message>
</context>
</TS>
