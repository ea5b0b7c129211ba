package renda.local;

import renda.local.identity.DemoClient;
import renda.local.identity.DemoClients;

/**
 * What stands on the terminal once the platform runs.
 */
final class Welcome {

	private Welcome() {
	}

	static String text(Layout layout, DataFolder data) {
		String gateway = "http://localhost:" + layout.gateway().port();
		String token = "http://localhost:" + layout.identityPort() + "/oauth2/token";
		return """

				  人大平台已就绪 · Renda is ready

				  网关 gateway       %1$s          文档 API docs: %1$s/docs
				  健康 health        http://localhost:%2$d/actuator/health
				  令牌 tokens        %3$s
				  日志 logs          %4$s
				  数据 data          %5$s

				  读取（无需令牌） read, no token needed:
				    curl '%1$s/api/v1/legislation/regulations?limit=5'

				  演示客户端：编号即角色，密钥为 demo-<角色> · demonstration clients: the id is the role, the secret demo-<role>
				  %6$s
				  同一角色的他人、机关、区划，密钥相同 others of a role, same secret:  member.m1  organ/city-government  station@410105
				    TOKEN=$(curl -s -u deputy-office:demo-deputy-office -d grant_type=client_credentials \\
				      %3$s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
				    curl -H "Authorization: Bearer $TOKEN" '%1$s/api/v1/deputy/deputies?limit=5'

				  载入法规 import regulations:   ./run --import DIR
				  按 Ctrl-C 停止 · Ctrl-C stops everything
				""".formatted(
				gateway, layout.gateway().managementPort(), token, data.path().resolve("logs"), data.kept()
						? data.path() + "（保留 kept）" : "停止时删除，用 --data DIR 保留 · removed at the end; --data DIR keeps it",
				roles());
	}

	private static String roles() {
		StringBuilder text = new StringBuilder();
		int length = 0;
		for (DemoClient client : DemoClients.load().all()) {
			if (length > 100) {
				text.append("\n  ");
				length = 0;
			}
			text.append("  ").append(client.id());
			length += client.id().length() + 2;
		}
		return text.toString();
	}

}
