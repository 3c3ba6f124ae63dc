// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

// The embedded network's director: the only sender that may move the scenery. No such power exists on the real chains.
address constant OPERATOR = address(0xD3F0);

/// What the director alone may call.
abstract contract Staged {
    modifier staged() {
        require(msg.sender == OPERATOR, 'Staged/only-operator');
        _;
    }
}

/// An account whose calls the director speaks: market users, treasuries, governance proxies.
contract Actor is Staged {
    function doCall(address target, bytes calldata data) external virtual staged returns (bytes memory) {
        (bool ok, bytes memory result) = target.call(data);
        if (!ok) assembly { revert(add(result, 32), mload(result)) }
        return result;
    }

    receive() external payable {}
}
