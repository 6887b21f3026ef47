package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.DicomNetworkException.Kind;

/** What both sides make of what was proposed and granted (PS3.7 annex D.3). */
class NegotiationTest {
    private static final String CT = ServicesContract.CT;
    private static final String MR = ServicesContract.MR;
    private static final String IMPLICIT = ServicesContract.IMPLICIT;

    private final AtomicReference<@Nullable AssociationPeer> seen = new AtomicReference<>();
    private @Nullable DicomServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private AssociationRequester negotiate(
            AssociationProposal proposal, NetworkOptions requester, NetworkOptions acceptor, AssociationHandler handler)
            throws IOException {
        DicomServer listening =
                DicomServer.start(new InetSocketAddress("localhost", 0), ServerOptions.plain(acceptor), peer -> {
                    seen.set(peer);
                    UserIdentity identity = peer.userIdentity();
                    if (identity != null && identity.secondaryText().equals("wrong")) {
                        throw new AssociationRejection(Reason.NO_REASON_GIVEN_BY_PROVIDER);
                    }
                    return handler;
                });
        server = listening;
        return AssociationRequester.connect(
                new InetSocketAddress("localhost", listening.port()), proposal, null, requester);
    }

    private static AssociationProposal proposal(ProposedContext... contexts) {
        return AssociationProposal.of("SCU", "SCP", List.of(contexts));
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,8,8,1,1",
        "8,2,1,1,1,1",
        "8,2,4,5,5,2",
        "0,0,3,7,7,3",
        "9,9,0,0,9,9",
        "0,0,0,0,0,0",
        "65535,1,0,9,9,1"
    })
    void windowIsTheSmallerOfBoth(int invoked, int performed, int hisInvoked, int hisPerformed, int i, int p)
            throws IOException {
        NetworkOptions mine =
                NetworkOptions.defaults().withAsynchronousOperations(new AsynchronousOperations(invoked, performed));
        NetworkOptions his = NetworkOptions.defaults()
                .withAsynchronousOperations(new AsynchronousOperations(hisInvoked, hisPerformed));
        try (AssociationRequester scu =
                negotiate(proposal(ProposedContext.asScu(CT, IMPLICIT)), mine, his, new TestHandler())) {
            assertThat(scu.asynchronousOperations()).isEqualTo(new AsynchronousOperations(i, p));
        }
    }

    @Test
    void bothSidesLearnTheLongestPduAndWhoThePeerIs() throws IOException {
        try (AssociationRequester scu = negotiate(
                proposal(ProposedContext.asScu(CT, IMPLICIT)),
                NetworkOptions.defaults().withMaxPduBytes(50_000),
                NetworkOptions.defaults().withMaxPduBytes(20_000),
                new TestHandler())) {
            NegotiatedTerms terms = scu.terms();
            assertThat(terms.maxSendPduBytes()).isEqualTo(20_000);
            assertThat(terms.maxReceivePduBytes()).isEqualTo(50_000);
            assertThat(terms.peerImplementationClassUid()).startsWith("2.25.");
            assertThat(terms.peerImplementationVersionName()).startsWith("SYMBOLON");
            assertThat(terms.userIdentityResponse()).isEmpty();
            assertThat(terms.extendedNegotiations()).isEmpty();
        }
        assertThat(Objects.requireNonNull(seen.get()).implementationVersionName())
                .startsWith("SYMBOLON");
        assertThat(Objects.requireNonNull(seen.get()).userIdentity()).isNull();
    }

    @Test
    void rolesAreWhatWasProposedAndGranted() throws IOException {
        TestHandler noScu = new TestHandler() {
            @Override
            public boolean acceptsScuRole(String abstractSyntax) {
                return !abstractSyntax.equals(MR);
            }
        };
        NetworkOptions options = NetworkOptions.defaults();
        AssociationProposal proposal = proposal(
                ProposedContext.asScu(ServicesContract.VERIFICATION, IMPLICIT),
                ProposedContext.asScp(CT, IMPLICIT),
                ProposedContext.asScuAndScp(MR, IMPLICIT));
        try (AssociationRequester scu = negotiate(proposal, options, options, noScu)) {
            assertThat(scu.accepted())
                    .containsExactly(
                            new AcceptedContext(1, ServicesContract.VERIFICATION, IMPLICIT, true, false),
                            new AcceptedContext(3, CT, IMPLICIT, false, true),
                            new AcceptedContext(5, MR, IMPLICIT, false, true));
        }
    }

    @Test
    void rolesOfOneSopClassAddUp() throws IOException {
        NetworkOptions options = NetworkOptions.defaults();
        AssociationProposal proposal =
                proposal(ProposedContext.asScu(CT, IMPLICIT), ProposedContext.asScp(CT, ServicesContract.EXPLICIT));
        try (AssociationRequester scu = negotiate(proposal, options, options, new TestHandler())) {
            assertThat(scu.accepted()).allMatch(context -> context.scuRole() && context.scpRole());
        }
    }

    @Test
    void everyKindOfUserIdentityArrives() throws IOException {
        List<UserIdentity> identities = List.of(
                UserIdentity.username("Jörg"),
                UserIdentity.usernameAndPasscode("somebody", "secret"),
                UserIdentity.kerberos(new byte[] {0, 1, 2, -1}),
                UserIdentity.saml("<Assertion/>"),
                UserIdentity.jwt("a.b.c"));
        for (UserIdentity identity : identities) {
            try (AssociationRequester scu = negotiate(
                    proposal(ProposedContext.asScu(CT, IMPLICIT)).withUserIdentity(identity),
                    NetworkOptions.defaults(),
                    NetworkOptions.defaults(),
                    new TestHandler())) {
                assertThat(scu.terms().userIdentityResponse()).isEmpty();
                assertThat(Objects.requireNonNull(seen.get()).userIdentity()).isEqualTo(identity);
                assertThat(Objects.requireNonNull(seen.get()).toString())
                        .doesNotContain("Jörg", "secret", "Assertion", "a.b.c");
            }
            stop();
        }
    }

    @Test
    void identityIsAnsweredWhereThatWasAskedFor() throws IOException {
        TestHandler answering = new TestHandler() {
            @Override
            public byte[] userIdentityResponse(UserIdentity identity) {
                return new byte[] {42};
            }
        };
        AssociationProposal proposal = proposal(ProposedContext.asScu(CT, IMPLICIT))
                .withUserIdentity(UserIdentity.kerberos(new byte[100]).withResponseRequested());
        try (AssociationRequester scu =
                negotiate(proposal, NetworkOptions.defaults(), NetworkOptions.defaults(), answering)) {
            assertThat(scu.terms().userIdentityResponse())
                    .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(42));
        }
    }

    @Test
    void identityThatIsNotBelievedIsRejected() {
        AssociationProposal proposal = proposal(ProposedContext.asScu(CT, IMPLICIT))
                .withUserIdentity(UserIdentity.usernameAndPasscode("somebody", "wrong"));
        assertThatThrownBy(() ->
                        negotiate(proposal, NetworkOptions.defaults(), NetworkOptions.defaults(), new TestHandler()))
                .isInstanceOfSatisfying(
                        DicomNetworkException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REJECTED))
                .hasMessageContaining("source 2, reason 1");
    }

    @Test
    void extendedNegotiationIsAnsweredForAcceptedClassesOnly() throws IOException {
        List<String> asked = new ArrayList<>();
        TestHandler handler = new TestHandler() {
            @Override
            public byte[] extendedNegotiation(String sopClassUid, byte[] proposed) {
                asked.add(sopClassUid);
                return new byte[] {proposed[0], 0};
            }
        };
        CommonExtendedNegotiation common =
                new CommonExtendedNegotiation(CT, "1.2.840.10008.4.2", List.of("1.2.3", "1.2.4"));
        AssociationProposal proposal = proposal(ProposedContext.asScu(CT, IMPLICIT))
                .withExtendedNegotiations(List.of(
                        new ExtendedNegotiation(CT, new byte[] {1, 1}), new ExtendedNegotiation("1.2.9", new byte[9])))
                .withCommonExtendedNegotiations(List.of(common));
        try (AssociationRequester scu =
                negotiate(proposal, NetworkOptions.defaults(), NetworkOptions.defaults(), handler)) {
            assertThat(scu.terms().extendedNegotiations())
                    .containsExactly(new ExtendedNegotiation(CT, new byte[] {1, 0}));
        }
        assertThat(asked).containsExactly(CT);
        assertThat(Objects.requireNonNull(seen.get()).commonExtendedNegotiations())
                .containsExactly(common);
    }

    @Test
    void asManyContextsAsTheServerTakesAndOneMore() throws IOException {
        NetworkOptions two = NetworkOptions.defaults();
        two = two.withLimits(two.limits().withMaxContexts(2));
        ProposedContext context = ProposedContext.asScu(CT, IMPLICIT);
        negotiate(proposal(context, context), two, two, new TestHandler()).close();
        stop();
        NetworkOptions limited = two;
        assertThatThrownBy(() -> negotiate(proposal(context, context, context), limited, limited, new TestHandler()))
                .isInstanceOf(DicomNetworkException.class)
                .hasMessageContaining("source 3, reason 2");
    }
}
