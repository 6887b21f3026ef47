package org.symbolon.dicom.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.net.AssociationRejection;
import org.symbolon.dicom.net.NetworkOptions;

class AdmissionsTest {
    private final Admissions admissions = new Admissions(NetworkOptions.defaults()
            .withMaxAssociations(2)
            .withMaxPendingConnections(3)
            .limits());

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel();
        admissions.connected(channel);
        return channel;
    }

    private static ServerAssociation association(EmbeddedChannel channel) {
        AssociatePdu request =
                new AssociatePdu(1, "SCP", "SCU", "1.2", List.of(), UserInformation.ours(16384, List.of()));
        return new ServerAssociation(
                new AssociationChannel(channel, UpperLayer.Role.ACCEPTOR),
                request,
                Set.of(),
                peer -> {
                    throw new AssociationRejection(AssociationRejection.Reason.NO_REASON_GIVEN);
                },
                NetworkOptions.defaults());
    }

    @Test
    void oneConnectionTooManyClosesTheOldest() {
        EmbeddedChannel first = connect();
        EmbeddedChannel second = connect();
        EmbeddedChannel third = connect();
        assertThat(first.isOpen()).isTrue();
        EmbeddedChannel fourth = connect();
        assertThat(first.isOpen()).isFalse();
        assertThat(List.of(second, third, fourth)).allMatch(EmbeddedChannel::isOpen);
    }

    @Test
    void whoHasAskedIsNoLongerPending() {
        EmbeddedChannel first = connect();
        assertThat(admissions.begin(first, association(first))).isTrue();
        connect();
        connect();
        connect();
        assertThat(first.isOpen()).isTrue();
        assertThat(admissions.associations()).isEqualTo(1);
    }

    @Test
    void oneAssociationTooManyFindsNoRoomUntilAnotherEnds() {
        EmbeddedChannel channel = connect();
        ServerAssociation first = association(channel);
        assertThat(admissions.begin(channel, first)).isTrue();
        assertThat(admissions.begin(channel, association(channel))).isTrue();
        ServerAssociation third = association(channel);
        assertThat(admissions.begin(channel, third)).isFalse();
        admissions.ended(first);
        assertThat(admissions.begin(channel, third)).isTrue();
    }

    @Test
    void closedServerLetsNobodyIn() throws InterruptedException {
        EmbeddedChannel before = connect();
        admissions.close(Duration.ofMillis(1));
        EmbeddedChannel after = connect();
        assertThat(before.isOpen()).isFalse();
        assertThat(after.isOpen()).isFalse();
        assertThat(admissions.begin(after, association(after))).isFalse();
    }
}
