package io.github.terway4j.domain.quota;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be asked of the cloud. It counts the calls of each by themselves, and so do we.
 *
 * <p>How many are made a minute where the operator says nothing else is Terway's number: 500 for those that it does not
 * speak of.
 */
public enum CloudApi {
    CREATE_NETWORK_INTERFACE("CreateNetworkInterface", 500),
    ATTACH_NETWORK_INTERFACE("AttachNetworkInterface", 500),
    DETACH_NETWORK_INTERFACE("DetachNetworkInterface", 400),
    DELETE_NETWORK_INTERFACE("DeleteNetworkInterface", 500),
    DESCRIBE_NETWORK_INTERFACES("DescribeNetworkInterfaces", 800),
    DESCRIBE_NETWORK_INTERFACE_ATTRIBUTE("DescribeNetworkInterfaceAttribute", 2000),
    ASSIGN_PRIVATE_IP_ADDRESSES("AssignPrivateIpAddresses", 400),
    UNASSIGN_PRIVATE_IP_ADDRESSES("UnassignPrivateIpAddresses", 400),
    ASSIGN_IPV6_ADDRESSES("AssignIpv6Addresses", 400),
    UNASSIGN_IPV6_ADDRESSES("UnassignIpv6Addresses", 400),
    DESCRIBE_INSTANCE_TYPES("DescribeInstanceTypes", 400),
    DESCRIBE_V_SWITCHES("DescribeVSwitches", 300),
    DESCRIBE_ROUTE_TABLE_LIST("DescribeRouteTableList"),
    DESCRIBE_ROUTE_ENTRY_LIST("DescribeRouteEntryList"),
    CREATE_ROUTE_ENTRY("CreateRouteEntry"),
    DELETE_ROUTE_ENTRY("DeleteRouteEntry");

    private final String action;
    private final int perMinute;

    CloudApi(String action, int perMinute) {
        this.action = action;
        this.perMinute = perMinute;
    }

    CloudApi(String action) {
        this(action, 500);
    }

    /** The cloud's own name of it, which is also its key in the configuration's {@code rate_limit}. */
    public String action() {
        return action;
    }

    public int perMinute() {
        return perMinute;
    }

    public static Optional<CloudApi> named(String action) {
        return Arrays.stream(values()).filter(api -> api.action.equals(action)).findFirst();
    }

    @Override
    public String toString() {
        return action;
    }
}
