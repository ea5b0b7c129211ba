package renda.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * TCP ports of this machine.
 */
public final class Ports {

	private static final Set<Integer> GIVEN = new HashSet<>();

	private Ports() {
	}

	/**
	 * A port that nothing listens on and that this process has not been given before.
	 */
	public static synchronized int free() {
		try {
			for (;;) {
				try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
					if (GIVEN.add(socket.getLocalPort())) {
						return socket.getLocalPort();
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The ports of the list that are taken, in its order.
	 */
	public static List<Integer> taken(List<Integer> ports) {
		List<Integer> taken = new ArrayList<>();
		for (int port : ports) {
			try (ServerSocket socket = new ServerSocket()) {
				socket.setReuseAddress(true);
				socket.bind(new InetSocketAddress(port));
			}
			catch (IOException ex) {
				taken.add(port);
			}
		}
		return taken;
	}

	/**
	 * Whether something accepts connections on the port of this machine.
	 */
	public static boolean answers(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
