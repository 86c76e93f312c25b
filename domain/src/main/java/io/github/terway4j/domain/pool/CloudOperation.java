package io.github.terway4j.domain.pool;

/** What the cloud may refuse as such, whatever ENI it is asked for: for want of quota, or of the right to do it. */
public enum CloudOperation {
    CREATE_ENI("making ENIs"),
    ATTACH_ENI("attaching ENIs"),
    /** Apart from the others: what the trunk refuses, the instance may well take. */
    ATTACH_MEMBER("attaching ENIs behind the trunk"),
    ASSIGN("assigning addresses"),
    UNASSIGN("taking back addresses"),
    DETACH_ENI("detaching ENIs"),
    DELETE_ENI("deleting ENIs");

    private final String words;

    CloudOperation(String words) {
        this.words = words;
    }

    public static CloudOperation of(PoolAction action) {
        return switch (action) {
            case PoolAction.CreateEni _, PoolAction.CreateMember _ -> CREATE_ENI;
            case PoolAction.AttachEni _ -> ATTACH_ENI;
            case PoolAction.AttachMember _ -> ATTACH_MEMBER;
            case PoolAction.AssignAddresses _, PoolAction.AssignPrefixes _ -> ASSIGN;
            case PoolAction.UnassignAddresses _, PoolAction.UnassignPrefixes _ -> UNASSIGN;
            case PoolAction.DetachEni _ -> DETACH_ENI;
            case PoolAction.DeleteEni _ -> DELETE_ENI;
        };
    }

    String words() {
        return words;
    }
}
