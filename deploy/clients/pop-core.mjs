// The life of an ENI and of a route, by @alicloud/pop-core: the RPC protocol with signature version 1.0.
import RPCClient from '@alicloud/pop-core';
import { accessKeyId, accessKeySecret, cloud, eventually, refused, region, so } from './walk.mjs';

const client = (apiVersion) =>
  new RPCClient({ accessKeyId, accessKeySecret, endpoint: cloud.origin, apiVersion });
const ecs = client('2014-05-26');
const vpc = client('2016-04-28');
const post = { method: 'POST' };
const ask = (of, action, parameters = {}) => of.request(action, { RegionId: region, ...parameters }, post);

console.log(`@alicloud/pop-core at ${cloud.origin}`);

const instance = (await ask(ecs, 'DescribeInstances')).Instances.Instance[0];
const vSwitch = instance.VpcAttributes.VSwitchId;
const group = instance.SecurityGroupIds.SecurityGroupId[0];
so(`there is an instance ${instance.InstanceId} in ${vSwitch}`, vSwitch && group);

const created = await ask(ecs, 'CreateNetworkInterface', {
  VSwitchId: vSwitch,
  SecurityGroupIds: [group],
  SecondaryPrivateIpAddressCount: 1,
  Tag: [{ Key: 'made-by', Value: 'pop-core' }],
});
const eni = created.NetworkInterfaceId;
so(`made ${eni} with two addresses`, created.PrivateIpSets.PrivateIpSet.length === 2);

const there = { NetworkInterfaceId: eni, InstanceId: instance.InstanceId };
const described = async () =>
  (await ask(ecs, 'DescribeNetworkInterfaces', { Tag: [{ Key: 'made-by', Value: 'pop-core' }] }))
    .NetworkInterfaceSets.NetworkInterfaceSet.find((one) => one.NetworkInterfaceId === eni);
const is = (status) => async () => (await described())?.Status === status;

await ask(ecs, 'AttachNetworkInterface', there);
await eventually('it is attached', is('InUse'));

const assigned = await ask(ecs, 'AssignPrivateIpAddresses', {
  NetworkInterfaceId: eni,
  SecondaryPrivateIpAddressCount: 2,
});
const addresses = assigned.AssignedPrivateIpAddressesSet.PrivateIpSet.PrivateIpAddress;
so(`given ${addresses.join(' and ')}`, addresses.length === 2);
so('it has four addresses', (await described()).PrivateIpSets.PrivateIpSet.length === 4);
await ask(ecs, 'UnassignPrivateIpAddresses', { NetworkInterfaceId: eni, PrivateIpAddress: addresses });
so('it has two again', (await described()).PrivateIpSets.PrivateIpSet.length === 2);

await refused('InvalidOperation.InvalidEniState', ask(ecs, 'DeleteNetworkInterface', { NetworkInterfaceId: eni }));
await ask(ecs, 'DetachNetworkInterface', there);
await eventually('it is detached', is('Available'));
await ask(ecs, 'DeleteNetworkInterface', { NetworkInterfaceId: eni });
await eventually('it is gone', async () => !(await described()));

const tables = await ask(vpc, 'DescribeRouteTableList', { VpcId: instance.VpcAttributes.VpcId });
const table = tables.RouterTableList.RouterTableListType[0].RouteTableId;
const pods = { RouteTableId: table, DestinationCidrBlock: '172.16.9.0/24' };
const route = async () =>
  (await ask(vpc, 'DescribeRouteEntryList', { ...pods, RouteEntryType: 'Custom' })).RouteEntrys.RouteEntry[0];
const hop = { NextHopId: instance.InstanceId };

await ask(vpc, 'CreateRouteEntry', { ...pods, ...hop, NextHopType: 'Instance' });
await refused('TaskConflict', ask(vpc, 'CreateRouteEntry', { ...pods, ...hop, DestinationCidrBlock: '172.16.8.0/24' }));
await eventually(`${pods.DestinationCidrBlock} is routed`, async () => (await route()).Status === 'Available');
so(`to ${instance.InstanceId}`, (await route()).NextHops.NextHop[0].NextHopId === instance.InstanceId);
await ask(vpc, 'DeleteRouteEntry', { ...pods, ...hop });
await eventually('and no longer', async () => !(await route()));
