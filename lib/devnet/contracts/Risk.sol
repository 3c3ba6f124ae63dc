// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';
import {Roles} from './SparkVaults.sol';

/// Moves caps after use, within a maximum and a gap.
contract CapAutomator is Roles {
    struct Config {
        uint48 max;
        uint48 gap;
        uint48 increaseCooldown;
        uint48 lastUpdateBlock;
        uint48 lastIncreaseTime;
    }

    bytes32 public constant UPDATE_ROLE = keccak256('UPDATE_ROLE');
    address public pool;
    address public poolConfigurator;
    mapping(address => Config) public supplyCapConfigs;
    mapping(address => Config) public borrowCapConfigs;

    event SetSupplyCapConfig(address indexed asset, uint256 max, uint256 gap, uint256 increaseCooldown);
    event SetBorrowCapConfig(address indexed asset, uint256 max, uint256 gap, uint256 increaseCooldown);

    function open(address pool_, address configurator) external staged {
        (pool, poolConfigurator) = (pool_, configurator);
    }

    function set(address asset, uint48 supplyMax, uint48 supplyGap, uint48 borrowMax, uint48 borrowGap) external staged {
        uint48 cooldown = 43200;
        (uint48 atBlock, uint48 atTime) = (uint48(block.number), uint48(block.timestamp));
        if (supplyMax > 0) {
            supplyCapConfigs[asset] = Config(supplyMax, supplyGap, cooldown, atBlock, atTime);
            emit SetSupplyCapConfig(asset, supplyMax, supplyGap, cooldown);
        }
        if (borrowMax > 0) {
            borrowCapConfigs[asset] = Config(borrowMax, borrowGap, cooldown, atBlock, atTime);
            emit SetBorrowCapConfig(asset, borrowMax, borrowGap, cooldown);
        }
    }
}

/// Anybody may switch borrowing off once an oracle stands at or below its threshold; here nobody does.
contract KillSwitchOracle is Staged {
    address public pool;
    address public poolConfigurator;
    address public owner;
    bool public triggered;
    address[] private _oracles;
    mapping(address => uint256) public oracleThresholds;

    event SetOracle(address indexed oracle, uint256 threshold);

    function open(address pool_, address configurator, address owner_) external staged {
        (pool, poolConfigurator, owner) = (pool_, configurator, owner_);
    }

    function setOracle(address oracle, uint256 threshold) external staged {
        if (oracleThresholds[oracle] == 0) _oracles.push(oracle);
        oracleThresholds[oracle] = threshold;
        emit SetOracle(oracle, threshold);
    }

    function numOracles() external view returns (uint256) {
        return _oracles.length;
    }

    function oracleAt(uint256 index) external view returns (address) {
        return _oracles[index];
    }

    function hasOracle(address oracle) external view returns (bool) {
        return oracleThresholds[oracle] != 0;
    }

    function oracles() external view returns (address[] memory) {
        return _oracles;
    }
}

contract FreezerMom is Staged {
    address public pool;
    address public poolConfigurator;
    address public owner;
    address public authority;
    mapping(address => uint256) public wards;

    event Rely(address indexed usr);

    function open(address pool_, address configurator, address owner_, address authority_, address ward) external staged {
        (pool, poolConfigurator, owner, authority) = (pool_, configurator, owner_, authority_);
        wards[ward] = 1;
        emit Rely(ward);
    }
}
