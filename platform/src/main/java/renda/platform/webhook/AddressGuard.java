package renda.platform.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import reactor.core.scheduler.Schedulers;

/**
 * Resolves receivers' hosts and lets through only addresses of the open internet. The
 * connection goes to the very address that was looked at, so a name that answers
 * differently the next time gains nothing.
 */
final class AddressGuard extends AddressResolverGroup<InetSocketAddress> {

	private final boolean allowPrivate;

	AddressGuard(boolean allowPrivate) {
		this.allowPrivate = allowPrivate;
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new Resolver(executor);
	}

	/**
	 * Whether an address may be called.
	 */
	boolean allows(InetAddress address) {
		return this.allowPrivate || isOpen(address);
	}

	/**
	 * Whether an address belongs to the open internet: not to this machine, a private
	 * network, a link, a provider's inside, a test range or a group.
	 */
	static boolean isOpen(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		return (bytes.length == 4) ? isOpenV4(bytes, 0) : isOpenV6(bytes);
	}

	private static boolean isOpenV4(byte[] bytes, int at) {
		int a = bytes[at] & 0xff;
		int b = bytes[at + 1] & 0xff;
		int c = bytes[at + 2] & 0xff;
		boolean closed = a == 0 || a == 10 || a == 127 || a >= 224 || (a == 100 && b >= 64 && b < 128)
				|| (a == 169 && b == 254) || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168)
				|| (a == 192 && b == 0 && (c == 0 || c == 2)) || (a == 198 && (b == 18 || b == 19))
				|| (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
		return !closed;
	}

	/**
	 * Only global unicast, 2000::/3; addresses that carry an IPv4 address are what that
	 * is.
	 */
	private static boolean isOpenV6(byte[] bytes) {
		int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
		int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
		if (first == 0x0064 && second == 0xff9b) {
			return isOpenV4(bytes, 12);
		}
		if (first == 0x2002) {
			return isOpenV4(bytes, 2);
		}
		boolean reserved = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
		return (first & 0xe000) == 0x2000 && !reserved;
	}

	/**
	 * A host is at an address that may not be called.
	 */
	static final class Closed extends IOException {

		Closed() {
			super("the address is not on the open internet");
		}

	}

	/**
	 * Nothing counts as resolved, so that addresses written out are looked at too.
	 */
	private final class Resolver extends AbstractAddressResolver<InetSocketAddress> {

		private Resolver(EventExecutor executor) {
			super(executor, InetSocketAddress.class);
		}

		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return false;
		}

		@Override
		protected void doResolve(InetSocketAddress host, Promise<InetSocketAddress> promise) {
			Schedulers.boundedElastic().schedule(() -> lookUp(host, promise));
		}

		@Override
		protected void doResolveAll(InetSocketAddress host, Promise<List<InetSocketAddress>> promise) {
			Promise<InetSocketAddress> one = executor().newPromise();
			one.addListener((done) -> {
				if (one.isSuccess()) {
					promise.trySuccess(List.of(one.getNow()));
				}
				else {
					promise.tryFailure(one.cause());
				}
			});
			doResolve(host, one);
		}

		private void lookUp(InetSocketAddress host, Promise<InetSocketAddress> promise) {
			try {
				InetAddress[] found = host.isUnresolved() ? InetAddress.getAllByName(host.getHostString())
						: new InetAddress[] { host.getAddress() };
				// one closed address among open ones is a trap
				if (found.length == 0 || !Arrays.stream(found).allMatch(AddressGuard.this::allows)) {
					promise.tryFailure(new Closed());
				}
				else {
					promise.trySuccess(new InetSocketAddress(found[0], host.getPort()));
				}
			}
			catch (UnknownHostException ex) {
				promise.tryFailure(ex);
			}
		}

	}

}
