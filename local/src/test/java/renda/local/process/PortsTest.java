package renda.local.process;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

	@Test
	void tellsATakenPortFromAFreeOne() throws Exception {
		int free = Ports.free();
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(Ports.taken(List.of(free, socket.getLocalPort()))).containsExactly(socket.getLocalPort());
			assertThat(Ports.answers(socket.getLocalPort())).isTrue();
		}
		assertThat(Ports.answers(free)).isFalse();
	}

}
