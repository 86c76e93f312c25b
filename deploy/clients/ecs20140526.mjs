// The life of an ENI, by @alicloud/ecs20140526: typed requests, signed as that SDK sees fit.
import ecs20140526 from '@alicloud/ecs20140526';
import { accessKeyId, accessKeySecret, cloud, eventually, refused, region, so } from './walk.mjs';

const { default: Client, ...model } = ecs20140526;
const client = new Client({ accessKeyId, accessKeySecret, endpoint: cloud.host, protocol: 'http', regionId: region });
const ask = async (Request, call, parameters = {}) =>
  (await call.call(client, new Request({ regionId: region, ...parameters }))).body;

console.log(`@alicloud/ecs20140526 at ${cloud.origin}`);

const all = await ask(model.DescribeInstancesRequest, client.describeInstances);
const instance = all.instances.instance[0];
const vSwitchId = instance.vpcAttributes.vSwitchId;
const securityGroupIds = instance.securityGroupIds.securityGroupId;
so(`there is an instance ${instance.instanceId} in ${vSwitchId}`, securityGroupIds.length > 0);

const tag = [{ key: 'made-by', value: 'ecs20140526' }];
const created = await ask(model.CreateNetworkInterfaceRequest, client.createNetworkInterface, {
  vSwitchId,
  securityGroupIds,
  secondaryPrivateIpAddressCount: 1,
  tag: tag.map((one) => new model.CreateNetworkInterfaceRequestTag(one)),
});
const networkInterfaceId = created.networkInterfaceId;
so(`made ${networkInterfaceId} with two addresses`, created.privateIpSets.privateIpSet.length === 2);

const described = async () => {
  const found = await ask(model.DescribeNetworkInterfacesRequest, client.describeNetworkInterfaces, {
    tag: tag.map((one) => new model.DescribeNetworkInterfacesRequestTag(one)),
  });
  return found.networkInterfaceSets.networkInterfaceSet.find((one) => one.networkInterfaceId === networkInterfaceId);
};
const is = (status) => async () => (await described())?.status === status;
const there = { networkInterfaceId, instanceId: instance.instanceId };

await ask(model.AttachNetworkInterfaceRequest, client.attachNetworkInterface, there);
await eventually('it is attached', is('InUse'));

const assigned = await ask(model.AssignPrivateIpAddressesRequest, client.assignPrivateIpAddresses, {
  networkInterfaceId,
  secondaryPrivateIpAddressCount: 2,
});
const privateIpAddress = assigned.assignedPrivateIpAddressesSet.privateIpSet.privateIpAddress;
so(`given ${privateIpAddress.join(' and ')}`, privateIpAddress.length === 2);
so('it has four addresses', (await described()).privateIpSets.privateIpSet.length === 4);
await ask(model.UnassignPrivateIpAddressesRequest, client.unassignPrivateIpAddresses, {
  networkInterfaceId,
  privateIpAddress,
});
so('it has two again', (await described()).privateIpSets.privateIpSet.length === 2);

await refused(
  'InvalidOperation.InvalidEniState',
  ask(model.DeleteNetworkInterfaceRequest, client.deleteNetworkInterface, { networkInterfaceId }),
);
await ask(model.DetachNetworkInterfaceRequest, client.detachNetworkInterface, there);
await eventually('it is detached', is('Available'));
await ask(model.DeleteNetworkInterfaceRequest, client.deleteNetworkInterface, { networkInterfaceId });
await eventually('it is gone', async () => !(await described()));
